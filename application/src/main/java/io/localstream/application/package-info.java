/**
 * What LocalStream does, without saying with what: use cases, the conversations between devices and
 * the services that run them over the ports of the domain. Enter at {@link
 * io.localstream.application.usecase}; adapters and the bootstrap may depend on it.
 */
@NullMarked
package io.localstream.application;

import org.jspecify.annotations.NullMarked;
