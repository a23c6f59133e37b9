package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.session.Session;
import java.util.Optional;

/** What happened, in one line. */
public final class EventText {
  private EventText() {}

  /** The line; empty for what a person need not be told, or is told in another way. */
  public static Optional<String> of(LocalStreamEvent event) {
    return switch (event) {
      case LocalStreamEvent.ConnectionOpened _, LocalStreamEvent.TransferChanged _ ->
          Optional.empty();
      case LocalStreamEvent.ConnectionClosed closed ->
          closed.message().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "no longer listening on "
                      + closed.endpoint()
                      + ": "
                      + DisplayText.escape(closed.message()));
      case LocalStreamEvent.PeerJoined joined -> joined(joined.session());
      case LocalStreamEvent.PeerLeft left ->
          Optional.of(
              left.session().peer().name().display()
                  + " left"
                  + (left.message().isEmpty() ? "" : ": " + DisplayText.escape(left.message())));
      case LocalStreamEvent.PeerRefused refused ->
          Optional.of("refused " + refused.remote() + ": " + DisplayText.escape(refused.message()));
      case LocalStreamEvent.AwaitingApproval waiting ->
          Optional.of("waiting until the person at " + waiting.remote() + " trusts this device");
      case LocalStreamEvent.OfferArrived offer -> Optional.of(TransferText.offer(offer.transfer()));
      case LocalStreamEvent.Warning warning ->
          Optional.of("warning: " + DisplayText.escape(warning.message()));
    };
  }

  /** Whoever dials tells it as the result of the command. */
  private static Optional<String> joined(Session session) {
    return switch (session.side()) {
      case LISTENING ->
          Optional.of(
              session.peer().name().display()
                  + " connected from "
                  + session.remote()
                  + " on port "
                  + session.connection().port());
      case DIALLED -> Optional.empty();
    };
  }
}
