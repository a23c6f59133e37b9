/**
 * What happened, told to whoever watches. Enter at {@link
 * io.localstream.domain.event.LocalStreamEvent}; any module may use it.
 */
@NullMarked
package io.localstream.domain.event;

import org.jspecify.annotations.NullMarked;
