/**
 * Offers, manifests, chunks and the life of a transfer. Enter at {@link
 * io.localstream.domain.transfer.Transfer}; any module may use it.
 */
@NullMarked
package io.localstream.domain.transfer;

import org.jspecify.annotations.NullMarked;
