package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.Quantities;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.network.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * What {@code try} found out.
 *
 * @param bytes the size of the file
 * @param handshake from dialling until both sides trusted each other
 * @param transfer from the offer until the file was published
 * @param identical whether what arrived is the same, byte for byte
 * @param sha256 of what was sent and of what arrived, hexadecimal
 */
record TrialReport(
    ShowStatus.Result sender,
    ShowStatus.Result receiver,
    Endpoint endpoint,
    Duration handshake,
    long bytes,
    Duration transfer,
    boolean identical,
    Digests sha256) {

  /** The two digests. */
  record Digests(String sent, String arrived) {}

  List<String> lines() {
    return List.of(
        "sender        " + device(sender),
        "receiver      " + device(receiver),
        "channel       " + endpoint + ", real sockets, keys of both sides checked",
        "handshake     " + Quantities.time(handshake),
        "content       " + Quantities.size(bytes) + " (" + bytes + " bytes)",
        "time          " + Quantities.time(transfer) + ", " + Quantities.rate(bytes, transfer),
        "sent SHA-256  " + sha256.sent(),
        "came SHA-256  " + sha256.arrived(),
        "result        "
            + (identical ? "OK: identical" : "DIFFERENT: what arrived is not what was sent"));
  }

  private static String device(ShowStatus.Result status) {
    return status.name().display() + ", fingerprint " + status.identity().fingerprint().display();
  }
}
