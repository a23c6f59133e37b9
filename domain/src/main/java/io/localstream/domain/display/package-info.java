/**
 * How text that somebody else chose is shown. Enter at {@link
 * io.localstream.domain.display.DisplayText}, and for words that are spoken at {@link
 * io.localstream.domain.display.SpokenWords}; any module may use it, and it uses no other.
 */
@NullMarked
package io.localstream.domain.display;

import org.jspecify.annotations.NullMarked;
