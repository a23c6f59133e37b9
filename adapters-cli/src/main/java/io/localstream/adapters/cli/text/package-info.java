/**
 * Turns what the domain knows into lines for a person, and what a person typed into values. Pure:
 * no streams, no clock. Everything that a peer chose is escaped here. Enter at {@link
 * io.localstream.adapters.cli.text.TransferText}; only the CLI adapter may depend on it.
 */
@NullMarked
package io.localstream.adapters.cli.text;

import org.jspecify.annotations.NullMarked;
