/**
 * How fast two devices are, each by itself and together, and what holds them up. Enter at {@link
 * io.localstream.domain.speed.SpeedReport} and {@link io.localstream.domain.speed.Bottleneck}; any
 * module may use it.
 */
@NullMarked
package io.localstream.domain.speed;

import org.jspecify.annotations.NullMarked;
