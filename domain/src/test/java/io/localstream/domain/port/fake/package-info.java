/**
 * In-memory stand-ins for the outbound ports, published for tests of any module: deterministic,
 * without I/O, and never secure. Enter at the fake of the port that you need; each passes the
 * port's contract test.
 */
@NullMarked
package io.localstream.domain.port.fake;

import org.jspecify.annotations.NullMarked;
