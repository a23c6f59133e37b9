/**
 * In-memory stand-ins for the outbound ports, published for tests of other modules and of third
 * parties. Each passes the port's contract in {@link io.localstream.domain.port.contract}.
 */
@NullMarked
package io.localstream.domain.port.fake;

import org.jspecify.annotations.NullMarked;
