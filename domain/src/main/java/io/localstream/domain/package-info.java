/**
 * The domain of LocalStream: devices, trust, connections, sessions and transfers, and the ports
 * through which they reach the world. Depends on nothing but the Java core. Enter at {@link
 * io.localstream.domain.port}; every module may depend on this one.
 */
@NullMarked
package io.localstream.domain;

import org.jspecify.annotations.NullMarked;
