/**
 * The words that two devices say to each other inside the secure channel. Enter at {@link
 * io.localstream.domain.message.ControlMessage}; conversations and the message codec use it.
 */
@NullMarked
package io.localstream.domain.message;

import org.jspecify.annotations.NullMarked;
