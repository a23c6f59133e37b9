package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A handshake in which both sides simply say who they are, and a channel with counters and
 * checksums where encryption would be. NOT secure: it shows a conversation's behaviour, and that
 * damage is noticed. Safe for several threads.
 */
public final class InMemoryChannelSecurity implements ChannelSecurity {
  private static final int MAGIC = 0x4C53_544F;
  private static final byte INITIATOR = 1;
  private static final byte RESPONDER = 2;
  private static final int DIGEST_BYTES = 32;
  private static final int PREFIX_BYTES = Integer.BYTES + 1 + 2 * 2 * Long.BYTES + DIGEST_BYTES + 4;

  private final PeerCredentials own;

  /** Makes the security of one device, which presents itself with these credentials. */
  public InMemoryChannelSecurity(PeerCredentials own) {
    this.own = own;
  }

  @Override
  public SecureChannel initiate(Link link, Duration timeout) {
    return handshake(link, timeout, INITIATOR);
  }

  @Override
  public SecureChannel respond(Link link, Duration timeout) {
    return handshake(link, timeout, RESPONDER);
  }

  private SecureChannel handshake(Link link, Duration timeout, byte role) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      UUID nonce = UUID.randomUUID();
      link.write(hello(role, nonce), timeout);
      ByteBuffer prefix = readFully(link, PREFIX_BYTES, deadline);
      if (prefix.getInt() != MAGIC || prefix.get() == role) {
        throw refused(link);
      }
      UUID id = new UUID(prefix.getLong(), prefix.getLong());
      UUID peersNonce = new UUID(prefix.getLong(), prefix.getLong());
      byte[] digest = new byte[DIGEST_BYTES];
      prefix.get(digest);
      int keyBytes = prefix.getInt();
      if (keyBytes < 1 || keyBytes > PublicKey.MAX_BYTES) {
        throw refused(link);
      }
      PublicKey key = new PublicKey(readFully(link, keyBytes, deadline).array());
      return new CheckedChannel(
          link,
          new PeerCredentials(new DeviceId(id), key, Fingerprint.of(digest)),
          role == INITIATOR ? nonce + "," + peersNonce : peersNonce + "," + nonce);
    } catch (LocalStreamException e) {
      link.close();
      throw e;
    }
  }

  private ByteBuffer hello(byte role, UUID nonce) {
    byte[] key = own.signingKey().encoded();
    UUID id = own.id().value();
    return ByteBuffer.allocate(PREFIX_BYTES + key.length)
        .putInt(MAGIC)
        .put(role)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .putLong(nonce.getMostSignificantBits())
        .putLong(nonce.getLeastSignificantBits())
        .put(HexFormat.of().parseHex(own.fingerprint().hex()))
        .putInt(key.length)
        .put(key)
        .flip();
  }

  private static ByteBuffer readFully(Link link, int count, long deadline) {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      // Above zero: what is there already is read even at the last moment.
      long left = Math.max(deadline - System.nanoTime(), 1);
      if (link.read(buffer, Duration.ofNanos(left)) < 0) {
        throw new LocalStreamException(
            FailureCode.LINK_BROKEN,
            "the peer at " + link.remote() + " hung up during the handshake; connect again");
      }
      if (buffer.hasRemaining() && System.nanoTime() > deadline) {
        throw new LocalStreamException(
            FailureCode.TIMED_OUT, "the peer at " + link.remote() + " is too slow; connect again");
      }
    }
    return buffer.flip();
  }

  private static LocalStreamException refused(Link link) {
    return new LocalStreamException(
        FailureCode.HANDSHAKE_FAILED,
        "the peer at " + link.remote() + " does not speak the protocol; check the address");
  }
}
