/**
 * What devices announce of themselves on the local network: hints, which anybody can forge, and
 * which therefore decide nothing. Enter at {@link io.localstream.domain.discovery.Announcement};
 * any module may use it.
 */
@NullMarked
package io.localstream.domain.discovery;

import org.jspecify.annotations.NullMarked;
