package io.localstream.adapters.cli;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.domain.session.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Meets the other side, and meets it again after a failure. */
final class Reunion {
  private final Surroundings surroundings;
  private Meeting meeting;
  private boolean byCode;
  private @Nullable Session latest;

  private Reunion(Surroundings surroundings, Meeting meeting, @Nullable Session latest) {
    this.surroundings = surroundings;
    this.meeting = meeting;
    this.latest = latest;
  }

  /** How the other side is met. */
  @FunctionalInterface
  interface Meeting {
    Session meet() throws InterruptedException;
  }

  /** Meets in the same way each time. */
  static Reunion by(Surroundings surroundings, Meeting meeting) {
    return new Reunion(surroundings, meeting, null);
  }

  /**
   * A code works once: whoever has proved to know it is met again at the same place, on the side
   * that dialled by dialling again, and on the other by staying there.
   */
  static Reunion after(Surroundings surroundings, Session paired) {
    return new Reunion(surroundings, again(surroundings, paired), paired);
  }

  private static Meeting again(Surroundings surroundings, Session paired) {
    ConnectToPeer.Command again =
        new ConnectToPeer.Command(
            paired.connection(), Optional.empty(), Optional.of(paired.peer().id()), false);
    return switch (paired.side()) {
      case DIALLED -> () -> surroundings.device().connectToPeer().connect(again);
      case LISTENING -> () -> paired;
    };
  }

  /** Pairs until that has succeeded, and meets the same device again after that. */
  static Reunion pairing(Surroundings surroundings, Meeting pairing) {
    Reunion reunion = new Reunion(surroundings, pairing, null);
    reunion.byCode = true;
    return reunion;
  }

  /** The session that is open, or another one. */
  Session meet() throws InterruptedException {
    Session before = latest;
    Session session = before != null && isOpen(before) ? before : meeting.meet();
    latest = session;
    if (byCode) {
      byCode = false;
      meeting = again(surroundings, session);
    }
    return session;
  }

  private boolean isOpen(Session session) {
    return surroundings.device().showStatus().show().sessions().stream()
        .anyMatch(other -> other.id().equals(session.id()));
  }
}
