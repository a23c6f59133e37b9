/**
 * Elapsed time, and which points in time there are. Enter at {@link
 * io.localstream.domain.time.Deadline} and {@link io.localstream.domain.time.CommonEra}; any module
 * may use it.
 */
@NullMarked
package io.localstream.domain.time;

import org.jspecify.annotations.NullMarked;
