package io.localstream.domain.message;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The receiver has saved everything, and says so under its signature. What the sender knows anyway
 * is not repeated; see {@link io.localstream.domain.transfer.Receipt} for the rest.
 *
 * @param signature over the whole receipt, 1 to 1,024 bytes
 */
public record Delivered(
    TransferId transfer,
    int kept,
    int missing,
    Optional<ContentDigest> digest,
    Instant at,
    byte[] signature)
    implements ControlMessage.OfTransfer {
  public Delivered {
    Objects.requireNonNull(transfer);
    Objects.requireNonNull(digest);
    CommonEra.require(at);
    if (kept < 0 || missing < 0) {
      throw new IllegalArgumentException("numbers can't be negative");
    }
    if (signature.length == 0 || signature.length > SignedReceipt.MAX_SIGNATURE_BYTES) {
      throw new IllegalArgumentException("a signature has 1 to 1,024 bytes");
    }
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Delivered delivered
        && transfer.equals(delivered.transfer)
        && kept == delivered.kept
        && missing == delivered.missing
        && digest.equals(delivered.digest)
        && at.equals(delivered.at)
        && Arrays.equals(signature, delivered.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(transfer, kept, missing, digest, at, Arrays.hashCode(signature));
  }

  @Override
  public String toString() {
    return "Delivered[" + transfer + "]";
  }
}
