/**
 * The person's side of LocalStream: the interactive shell, the one-shot commands, prompts, progress
 * and the forms in which results are printed. Drives the use cases and knows no other adapter.
 * Enter at {@link io.localstream.adapters.cli.LocalStreamProgram}; only the bootstrap may depend on
 * it.
 */
@NullMarked
package io.localstream.adapters.cli;

import org.jspecify.annotations.NullMarked;
