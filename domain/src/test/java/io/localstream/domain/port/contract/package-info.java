/**
 * What each outbound port promises, as abstract tests. Extend the contract of the port that you
 * implement and supply your adapter; every fake and every adapter passes it.
 */
@NullMarked
package io.localstream.domain.port.contract;

import org.jspecify.annotations.NullMarked;
