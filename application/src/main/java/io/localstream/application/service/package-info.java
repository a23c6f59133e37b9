/**
 * The use cases, implemented over conversations and ports. Enter at {@link
 * io.localstream.application.service.LocalDevice}; only the bootstrap depends on it.
 */
@NullMarked
package io.localstream.application.service;

import org.jspecify.annotations.NullMarked;
