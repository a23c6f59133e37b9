package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Transfer;
import java.util.Optional;

/** What happened, in one line. */
public final class EventText {
  private EventText() {}

  /** The line; empty for what a person need not be told, or is told in another way. */
  public static Optional<String> of(LocalStreamEvent event) {
    return switch (event) {
      case LocalStreamEvent.ConnectionOpened _, LocalStreamEvent.TransferChanged _ ->
          Optional.empty();
      case LocalStreamEvent.ConnectionClosed closed -> closed(closed);
      case LocalStreamEvent.PeerJoined joined -> joined(joined.session());
      case LocalStreamEvent.PeerLeft left ->
          Optional.of(
              left.session().peer().name().display()
                  + " left"
                  + (left.message().isEmpty() ? "" : ": " + DisplayText.escape(left.message())));
      case LocalStreamEvent.PeerRefused refused ->
          Optional.of("refused " + refused.remote() + ": " + DisplayText.escape(refused.message()));
      case LocalStreamEvent.CodeTried tried -> Optional.of(PairingText.tried(tried));
      case LocalStreamEvent.Paired paired -> Optional.of(PairingText.paired(paired));
      case LocalStreamEvent.KeysReplaced replaced -> Optional.of(PairingText.replaced(replaced));
      case LocalStreamEvent.PeerBack(Session session) ->
          Optional.of(
              "connected to " + session.peer().name().display() + " again, at " + session.remote());
      case LocalStreamEvent.PeerAway away -> Optional.of(away(away));
      case LocalStreamEvent.AwaitingApproval waiting ->
          Optional.of("waiting until the person at " + waiting.remote() + " lets this device in");
      case LocalStreamEvent.OfferArrived offer -> Optional.of(TransferText.offer(offer.transfer()));
      case LocalStreamEvent.TransferResumed(Transfer transfer) ->
          Optional.of(TransferText.resumed(transfer));
      case LocalStreamEvent.SpeedMeasured measured -> Optional.of(measured(measured));
      case LocalStreamEvent.Warning warning ->
          Optional.of("warning: " + DisplayText.escape(warning.message()));
    };
  }

  private static Optional<String> closed(LocalStreamEvent.ConnectionClosed closed) {
    return closed.message().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no longer listening on "
                + closed.endpoint()
                + ": "
                + DisplayText.escape(closed.message()));
  }

  private static String measured(LocalStreamEvent.SpeedMeasured measured) {
    return measured.message().isEmpty()
        ? SpeedText.measuredBy(measured.peer())
        : "not measured: " + DisplayText.escape(measured.message());
  }

  private static String away(LocalStreamEvent.PeerAway away) {
    return away.name().display()
        + " at "
        + away.remote()
        + " is away, tried again in "
        + Quantities.time(away.next())
        + ": "
        + DisplayText.escape(away.message());
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
