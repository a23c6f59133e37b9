package io.localstream.domain.device;

import java.util.Arrays;
import java.util.Objects;

/**
 * A statement that a device has replaced its keys, signed by the key that it gave up. Whoever has
 * pinned the former key may go on with the new ones.
 *
 * @param id the device, which stays the same
 * @param formerKey the signing key that was given up, and that signs
 * @param signingKey the new signing key
 * @param wrappingKey the new key for receiving files
 * @param signature over all of the above, 1 to 1,024 bytes; see {@link
 *     io.localstream.domain.port.IdentityVault#verify}
 */
public record Succession(
    DeviceId id,
    PublicKey formerKey,
    PublicKey signingKey,
    PublicKey wrappingKey,
    byte[] signature) {
  public static final int MAX_SIGNATURE_BYTES = 1_024;

  /** A device tells of so many at most; older ones are forgotten. */
  public static final int MAX_TOLD = 4;

  public Succession {
    Objects.requireNonNull(id);
    Objects.requireNonNull(formerKey);
    Objects.requireNonNull(signingKey);
    Objects.requireNonNull(wrappingKey);
    if (signature.length == 0 || signature.length > MAX_SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature has 1 to " + MAX_SIGNATURE_BYTES + " bytes");
    }
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Succession succession
        && id.equals(succession.id)
        && formerKey.equals(succession.formerKey)
        && signingKey.equals(succession.signingKey)
        && wrappingKey.equals(succession.wrappingKey)
        && Arrays.equals(signature, succession.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, formerKey, signingKey, wrappingKey, Arrays.hashCode(signature));
  }

  @Override
  public String toString() {
    return "Succession[" + id + "]";
  }
}
