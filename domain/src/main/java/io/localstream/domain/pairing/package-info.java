/**
 * How two people make their devices known to each other with a few spoken words. Enter at {@link
 * io.localstream.domain.pairing.PairingCode}; any module may use it.
 */
@NullMarked
package io.localstream.domain.pairing;

import org.jspecify.annotations.NullMarked;
