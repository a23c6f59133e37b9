/**
 * What can go wrong, each with a stable number. Enter at {@link
 * io.localstream.domain.failure.FailureCode}; any module may use it.
 */
@NullMarked
package io.localstream.domain.failure;

import org.jspecify.annotations.NullMarked;
