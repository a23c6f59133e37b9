package io.localstream.application.service;

import io.localstream.application.conversation.Admission;
import io.localstream.application.conversation.Introduced;
import io.localstream.application.conversation.Introductions;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.Threads;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Makes sessions of secure channels. Thread-safe. */
public final class SessionStarter {
  private final Introductions introductions;
  private final Switchboard switchboard;
  private final SessionKeeper keeper;
  private final LiveSession.Setting setting;
  private final SessionMemory memory;

  public SessionStarter(
      Introductions introductions,
      Switchboard switchboard,
      SessionKeeper keeper,
      LiveSession.Setting setting,
      SessionMemory memory) {
    this.introductions = introductions;
    this.switchboard = switchboard;
    this.keeper = keeper;
    this.setting = setting;
    this.memory = memory;
  }

  /** Makes keys where there are none yet, which takes longer than a handshake may. */
  void prepare() {
    introductions.prepare();
  }

  /**
   * Introduces the two devices and opens the session; {@link LiveSession#run} then holds it.
   *
   * @param channel taken over: closed where that fails
   * @throws LocalStreamException as {@link Introductions#introduce}
   */
  LiveSession start(SecureChannel channel, Endpoint connection, Beginning beginning) {
    SessionId id = memory.newId();
    Admission place = switchboard.place(connection, id);
    try {
      Introduced met = introductions.introduce(channel, beginning.approach(), place);
      Session fresh = session(id, met, connection, beginning, channel);
      Session session =
          memory
              .former(fresh, beginning, met, channel)
              .filter(former -> place.become(former.id()))
              .map(former -> former.goOn(fresh))
              .orElse(fresh);
      LiveSession live = new LiveSession(channel, session, setting, keeper);
      keeper.joined(live);
      met.code().ifPresent(code -> code.joined(session));
      if (!introductions.isTrusted(met.peer())) {
        // Trust was withdrawn just before whoever did so could see this session.
        Threads.start("farewell", live::hangUp);
      }
      return live;
    } catch (RuntimeException | Error e) {
      place.release();
      new Parting(setting.ports().timeouts().farewell()).from(channel);
      throw e;
    }
  }

  private Session session(
      SessionId id,
      Introduced met,
      Endpoint connection,
      Beginning beginning,
      SecureChannel channel) {
    return new Session(
        id,
        met.peer(),
        connection,
        beginning.approach().side(),
        channel.remote(),
        setting.clock().instant(),
        Optional.empty(),
        beginning.remember(),
        memory.keep(channel),
        List.of());
  }
}
