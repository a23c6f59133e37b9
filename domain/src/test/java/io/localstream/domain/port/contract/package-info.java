/**
 * One abstract contract test for each outbound port, published so that every adapter can be held to
 * it: extend it, supply the subject, run it.
 */
@NullMarked
package io.localstream.domain.port.contract;

import org.jspecify.annotations.NullMarked;
