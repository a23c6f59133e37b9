package io.localstream.adapters.crypto;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * A {@link Succession} in bytes: {@code "localstream/1 succession"}, the device's identifier (16
 * bytes), and the former signing key, the new signing key and the new wrapping key, each as DER
 * SubjectPublicKeyInfo after its length in 4 bytes, big-endian. That is signed by the former key,
 * see {@link Pss}. As it is kept, the signature follows, after its length likewise.
 */
final class SuccessionStatement {
  private static final byte[] PURPOSE =
      "localstream/1 succession".getBytes(StandardCharsets.US_ASCII);

  private SuccessionStatement() {}

  /** The statement that {@code now} comes after {@code former}, which signs. */
  static Succession sign(IdentityKeys former, LocalIdentity now) {
    PublicKey formerKey = former.identity().signingKey();
    byte[] statement = statement(now.id(), formerKey, now.signingKey(), now.wrappingKey());
    return new Succession(
        now.id(),
        formerKey,
        now.signingKey(),
        now.wrappingKey(),
        Pss.sign(former.signing(), statement));
  }

  /** Checks the keys and the signature. */
  static void verify(Succession succession) throws GeneralSecurityException {
    RsaKeys.decodePublic(succession.signingKey().encoded());
    RsaKeys.decodePublic(succession.wrappingKey().encoded());
    Pss.verify(succession.formerKey(), statement(succession), succession.signature());
  }

  private static byte[] statement(Succession succession) {
    return statement(
        succession.id(), succession.formerKey(), succession.signingKey(), succession.wrappingKey());
  }

  private static byte[] statement(DeviceId id, PublicKey... keys) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(PURPOSE);
    out.writeBytes(KeyWrap.encoded(id.value()));
    for (PublicKey key : keys) {
      append(key.encoded(), out);
    }
    return out.toByteArray();
  }

  private static void append(byte[] part, ByteArrayOutputStream out) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    out.writeBytes(part);
  }

  /** The form in which it is kept. */
  static byte[] encode(Succession succession) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(statement(succession));
    append(succession.signature(), out);
    return out.toByteArray();
  }

  /**
   * Reads and checks what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static Succession decode(byte[] kept) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(kept);
    try {
      if (!Arrays.equals(take(in, PURPOSE.length), PURPOSE)) {
        throw new IllegalArgumentException("not a statement of succession");
      }
      Succession succession =
          new Succession(
              new DeviceId(new UUID(in.getLong(), in.getLong())),
              new PublicKey(part(in)),
              new PublicKey(part(in)),
              new PublicKey(part(in)),
              part(in));
      if (in.hasRemaining()) {
        throw new IllegalArgumentException("bytes behind the end");
      }
      verify(succession);
      return succession;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("cut off", e);
    }
  }

  private static byte[] part(ByteBuffer in) {
    return take(in, in.getInt());
  }

  private static byte[] take(ByteBuffer in, int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[bytes];
    in.get(taken);
    return taken;
  }
}
