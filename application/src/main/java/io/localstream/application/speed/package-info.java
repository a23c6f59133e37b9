/**
 * Finds out how fast one device is by itself. Enter at {@link
 * io.localstream.application.speed.DeviceProbe}; conversations and services use it.
 */
@NullMarked
package io.localstream.application.speed;

import org.jspecify.annotations.NullMarked;
