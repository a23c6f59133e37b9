/**
 * Which points in time there are. Enter at {@link io.localstream.domain.calendar.CommonEra}; any
 * module may use it.
 */
@NullMarked
package io.localstream.domain.calendar;

import org.jspecify.annotations.NullMarked;
