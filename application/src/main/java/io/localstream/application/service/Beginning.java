package io.localstream.application.service;

import io.localstream.application.conversation.Approach;
import io.localstream.domain.session.Session;
import java.util.Optional;

/**
 * How a session is to begin.
 *
 * @param former the session that this device wants to go on with
 * @param remember whether the session is one that is brought back later
 */
record Beginning(Approach approach, Optional<Session> former, boolean remember) {
  /** With somebody who has come to a listening connection. */
  static Beginning listening() {
    return new Beginning(new Approach.Listening(), Optional.empty(), true);
  }
}
