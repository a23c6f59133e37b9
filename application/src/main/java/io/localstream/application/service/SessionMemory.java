package io.localstream.application.service;

import io.localstream.application.conversation.Introduced;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.Session;
import io.localstream.domain.session.SessionClaim;
import io.localstream.domain.session.SessionId;
import java.util.List;
import java.util.Optional;

/** Knows whether a session is gone on with, by the secret that both its ends have kept. */
public final class SessionMemory {
  /** So many sessions with a peer are looked at; opening a secret costs some milliseconds. */
  private static final int MAX_LOOKED_AT = 8;

  private final SessionStore store;
  private final SessionSecrets secrets;
  private final IdentifierSource identifiers;
  private final EventObserver observer;

  public SessionMemory(
      SessionStore store,
      SessionSecrets secrets,
      IdentifierSource identifiers,
      EventObserver observer) {
    this.store = store;
    this.secrets = secrets;
    this.identifiers = identifiers;
    this.observer = observer;
  }

  SessionId newId() {
    return new SessionId(identifiers.newId());
  }

  /** The secret of a channel, for its session; the session is sound without it. */
  Optional<SealedSecret> keep(SecureChannel channel) {
    try {
      return Optional.of(secrets.keep(channel));
    } catch (LocalStreamException e) {
      observer.on(
          new LocalStreamEvent.Warning("the session can't be gone on with: " + e.getMessage()));
      return Optional.empty();
    }
  }

  /** The session that is gone on with: the one that this side wants, or that the peer proves. */
  Optional<Session> former(
      Session fresh, Beginning beginning, Introduced met, SecureChannel channel) {
    return beginning
        .former()
        .or(() -> met.claim().flatMap(claim -> claimed(fresh, claim, channel)));
  }

  private Optional<Session> claimed(Session fresh, SessionClaim claim, SecureChannel channel) {
    List<Session> candidates =
        store.all().reversed().stream()
            .filter(former -> former.peer().id().equals(fresh.peer().id()))
            .filter(former -> former.side() == fresh.side())
            .filter(former -> former.secret().isPresent())
            .limit(MAX_LOOKED_AT)
            .toList();
    return candidates.stream()
        .filter(former -> secrets.isProved(claim, former.secret().orElseThrow(), channel))
        .findFirst();
  }
}
