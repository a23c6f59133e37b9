/** Elapsed time. Enter at {@link io.localstream.domain.time.Deadline}; any module may use it. */
@NullMarked
package io.localstream.domain.time;

import org.jspecify.annotations.NullMarked;
