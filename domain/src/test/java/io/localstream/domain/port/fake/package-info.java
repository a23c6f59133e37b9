/**
 * Fakes of the outbound ports, in memory, for tests of everything that stands on the ports. Enter
 * at the class named after the port; any test may depend on them, no main code may. Every fake
 * passes the contract of its port.
 */
@NullMarked
package io.localstream.domain.port.fake;

import org.jspecify.annotations.NullMarked;
