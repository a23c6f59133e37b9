/**
 * What a device is: its identifier, its name, its public keys and their fingerprint. Enter at
 * {@link io.localstream.domain.device.PresentedDevice}; any module may use it.
 */
@NullMarked
package io.localstream.domain.device;

import org.jspecify.annotations.NullMarked;
