/**
 * What two devices say to each other, as state machines over the ports: the introduction, the
 * session, sending and receiving. Enter at {@link
 * io.localstream.application.conversation.LiveSession}; the services of this module use it.
 */
@NullMarked
package io.localstream.application.conversation;

import org.jspecify.annotations.NullMarked;
