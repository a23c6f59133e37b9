/**
 * The inbound ports: one interface for each thing that a person or a program can ask of a device,
 * with its command and its result. Enter at {@link io.localstream.application.usecase.UseCases};
 * any driving adapter may depend on it.
 */
@NullMarked
package io.localstream.application.usecase;

import org.jspecify.annotations.NullMarked;
