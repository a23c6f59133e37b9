/**
 * What the outbound ports promise, as one abstract test each. An adapter's or a fake's own test
 * extends the contract of its port and supplies the subject; any test may depend on them.
 */
@NullMarked
package io.localstream.domain.port.contract;

import org.jspecify.annotations.NullMarked;
