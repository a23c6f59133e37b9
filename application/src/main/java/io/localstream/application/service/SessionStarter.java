package io.localstream.application.service;

import io.localstream.application.conversation.Admission;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Makes sessions of secure channels. Thread-safe. */
public final class SessionStarter {
  /** How much of what a refused peer still says is listened to. */
  private static final int MAX_DRAINED_BYTES = 1 << 20;

  private final Introductions introductions;
  private final Switchboard switchboard;
  private final SessionKeeper keeper;
  private final LiveSession.Setting setting;
  private final IdentifierSource identifiers;

  public SessionStarter(
      Introductions introductions,
      Switchboard switchboard,
      SessionKeeper keeper,
      LiveSession.Setting setting,
      IdentifierSource identifiers) {
    this.introductions = introductions;
    this.switchboard = switchboard;
    this.keeper = keeper;
    this.setting = setting;
    this.identifiers = identifiers;
  }

  /** Makes keys where there are none yet, which takes longer than a handshake may. */
  void prepare() {
    Threads.startBusy("encryption", setting.ports().encryption()::prepare);
    introductions.prepare();
  }

  /**
   * Introduces the two devices and opens the session; {@link LiveSession#run} then holds it.
   *
   * @param channel taken over: closed where that fails
   * @throws LocalStreamException as {@link Introductions#introduce}
   */
  LiveSession start(SecureChannel channel, Endpoint connection, Side side) {
    SessionId id = new SessionId(identifiers.newId());
    Admission place = switchboard.place(connection, id);
    try {
      PresentedDevice peer = introductions.introduce(channel, place, side);
      Session session =
          new Session(
              id,
              peer,
              connection,
              side,
              channel.remote(),
              setting.clock().instant(),
              Optional.empty(),
              List.of());
      LiveSession live = new LiveSession(channel, session, setting, keeper);
      keeper.joined(live);
      return live;
    } catch (RuntimeException e) {
      place.release();
      hangUp(channel);
      throw e;
    }
  }

  /**
   * Closes once the peer has, or after the time of a farewell: closing while the peer's words are
   * unread would make the system throw away what the peer has not read yet, the reason among it.
   */
  private void hangUp(SecureChannel channel) {
    ByteBuffer scratch = ByteBuffer.allocate(4_096);
    int drained = 0;
    try {
      int read = 0;
      while (read >= 0 && drained < MAX_DRAINED_BYTES) {
        read = channel.read(scratch.clear(), setting.ports().timeouts().farewell());
        drained += read;
      }
    } catch (LocalStreamException e) {
      // Nothing more will come; that is all that was waited for.
    } finally {
      channel.close();
    }
  }
}
