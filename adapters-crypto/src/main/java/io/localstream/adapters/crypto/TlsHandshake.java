package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Link;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsNoCloseNotifyException;
import org.bouncycastle.tls.TlsProtocol;

/**
 * Carries a handshake's bytes between the library, which does not block, and a link, within one
 * deadline for all of it.
 */
final class TlsHandshake {
  /** A record and its header (RFC 8446, section 5.2). */
  static final int MAX_RECORD_BYTES = 5 + (1 << 14) + 256;

  /** How long to wait at most for a last word to be taken. */
  static final Duration FAREWELL = Duration.ofMillis(250);

  private final TlsProtocol protocol;
  private final Link link;
  private final Deadline deadline;
  private final ByteBuffer received = ByteBuffer.allocate(MAX_RECORD_BYTES);

  TlsHandshake(TlsProtocol protocol, Link link, Deadline deadline) {
    this.protocol = protocol;
    this.link = link;
    this.deadline = deadline;
  }

  /** The first step of one side. */
  @FunctionalInterface
  interface Opening {
    void begin() throws IOException;
  }

  /** Runs until both sides are proved, or fails; the link is left open. */
  void run(Opening opening) {
    try {
      opening.begin();
      send();
      while (protocol.isHandshaking()) {
        receive();
        send();
      }
    } catch (IOException e) {
      sayWhy();
      throw new LocalStreamException(
          FailureCode.HANDSHAKE_FAILED,
          "no secure channel with "
              + link.remote()
              + " ("
              + reason(e)
              + "); check that a compatible version of LocalStream runs there",
          e);
    }
  }

  private void receive() throws IOException {
    int count = link.read(received.clear(), deadline.left(link.remote()));
    if (count < 0) {
      throw new LocalStreamException(
          FailureCode.LINK_BROKEN,
          "the device at " + link.remote() + " hung up during the handshake; connect again");
    }
    protocol.offerInput(received.array(), 0, count);
  }

  private void send() {
    ByteBuffer records = output(protocol);
    if (records.hasRemaining()) {
      link.write(records, deadline.left(link.remote()));
    }
  }

  /** Tells the peer the reason, if it still listens. */
  private void sayWhy() {
    try {
      link.write(output(protocol), FAREWELL);
    } catch (LocalStreamException _) {
      // It does not.
    }
  }

  /** Takes the records that the library wants to be sent. */
  static ByteBuffer output(TlsProtocol protocol) {
    byte[] records = new byte[protocol.getAvailableOutputBytes()];
    protocol.readOutput(records, 0, records.length);
    return ByteBuffer.wrap(records);
  }

  /** What a failure of the library means, in a few words. */
  static String reason(IOException failure) {
    return switch (failure) {
      case TlsFatalAlertReceived alert ->
          "the other side says " + AlertDescription.getName(alert.getAlertDescription());
      case TlsFatalAlert alert -> AlertDescription.getName(alert.getAlertDescription());
      case TlsNoCloseNotifyException _, EOFException _ -> "cut off";
      default -> "not what was expected";
    };
  }
}
