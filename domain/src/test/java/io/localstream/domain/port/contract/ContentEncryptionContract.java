package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link ContentEncryption} promises and a test can show. */
public abstract class ContentEncryptionContract {
  private static final TransferId TRANSFER = new TransferId(new UUID(1, 2));
  private static final TransferId OTHER_TRANSFER = new TransferId(new UUID(1, 3));
  private static final LaneContext LANE = new LaneContext(TRANSFER, 1, 0);
  private static final byte[] HEADER = bytes("header");
  private static final byte[] CONTENT = bytes("some content of a file");

  /** The subject of a device, and the key under which others wrap for it. */
  public record Party(ContentEncryption encryption, PublicKey wrappingKey) {}

  /** The device that sends. */
  protected abstract Party sender();

  /** The device that receives, another one. */
  protected abstract Party receiver();

  /** A key that no content may be wrapped under. */
  protected abstract PublicKey unusableKey();

  @Nested
  class Keys {
    @Test
    void arriveAtTheRecipient() {
      try (Pair pair = new Pair(LANE, LANE)) {
        assertThat(pair.passOn(HEADER, CONTENT)).isEqualTo(CONTENT);
      }
    }

    @Test
    void areNotForAnotherDevice() {
      Party sender = sender();
      byte[] wrapped = wrapFor(receiver(), sender);
      Failures.assertDamaged(() -> sender.encryption().unwrap(wrapped, TRANSFER));
    }

    @Test
    void areNotForAnotherTransfer() {
      Party receiver = receiver();
      byte[] wrapped = wrapFor(receiver, sender());
      Failures.assertDamaged(() -> receiver.encryption().unwrap(wrapped, OTHER_TRANSFER));
    }

    @Test
    void areRefusedWhenAltered() {
      Party receiver = receiver();
      byte[] wrapped = wrapFor(receiver, sender());
      wrapped[wrapped.length / 2] ^= 1;
      Failures.assertDamaged(() -> receiver.encryption().unwrap(wrapped, TRANSFER));
    }

    @Test
    void areRefusedWhenCutShort() {
      Party receiver = receiver();
      Failures.assertDamaged(() -> receiver.encryption().unwrap(new byte[0], TRANSFER));
      Failures.assertDamaged(() -> receiver.encryption().unwrap(new byte[5], TRANSFER));
    }

    @Test
    void areNotWrappedUnderAKeyThatCannotBeUsed() {
      ContentEncryption encryption = sender().encryption();
      try (TransferKey key = encryption.newKey()) {
        Failures.assertFails(
            FailureCode.PROTOCOL_VIOLATION, () -> encryption.wrap(key, unusableKey(), TRANSFER));
      }
    }

    @Test
    void areOfNoUseOnceClosed() {
      Party sender = sender();
      TransferKey key = sender.encryption().newKey();
      key.close();
      key.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> sender.encryption().wrap(key, sender.wrappingKey(), TRANSFER));
      assertThatIllegalStateException().isThrownBy(() -> sender.encryption().sealer(key, LANE));
      assertThatIllegalStateException().isThrownBy(() -> sender.encryption().opener(key, LANE));
    }

    @Test
    void ofAnotherMakerAreRefused() {
      Party sender = sender();
      try (TransferKey key = receiver().encryption().newKey()) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> sender.encryption().wrap(key, sender.wrappingKey(), TRANSFER));
      }
    }

    @Test
    void sealEachLaneOnce() {
      ContentEncryption encryption = sender().encryption();
      try (TransferKey key = encryption.newKey();
          ChunkSealer sealer = encryption.sealer(key, LANE)) {
        assertThat(sealer).isNotNull();
        assertThatIllegalStateException().isThrownBy(() -> encryption.sealer(key, LANE));
      }
    }

    private byte[] wrapFor(Party receiver, Party sender) {
      try (TransferKey key = sender.encryption().newKey()) {
        return sender.encryption().wrap(key, receiver.wrappingKey(), TRANSFER);
      }
    }
  }

  @Nested
  class Chunks {
    @Test
    void areLongerByTheOverheadAndNotTheContent() {
      try (Pair pair = new Pair(LANE, LANE)) {
        byte[] sealed = pair.seal(HEADER, CONTENT);
        assertThat(sealed).hasSize(CONTENT.length + pair.opener.overheadBytes());
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("content");
      }
    }

    @Test
    void followOneAnother() {
      try (Pair pair = new Pair(LANE, LANE)) {
        assertThat(pair.passOn(HEADER, CONTENT)).isEqualTo(CONTENT);
        assertThat(pair.passOn(bytes("other header"), new byte[0])).isEmpty();
        assertThat(pair.passOn(new byte[0], new byte[100_000])).isEqualTo(new byte[100_000]);
      }
    }

    @Test
    void areReadAndWrittenAtThePositionsOfTheirBuffers() {
      try (Pair pair = new Pair(LANE, LANE)) {
        ByteBuffer sealed = ByteBuffer.allocate(200).position(7);
        ByteBuffer header = ByteBuffer.wrap(HEADER);
        ByteBuffer content = ByteBuffer.wrap(CONTENT).slice(2, CONTENT.length - 2);
        pair.sealer.begin(header, content.remaining());
        pair.sealer.seal(content, sealed);
        assertThat(header.hasRemaining() || content.hasRemaining()).isFalse();
        assertThat(sealed.position()).isEqualTo(7 + 20 + pair.sealer.overheadBytes());

        ByteBuffer plain = ByteBuffer.allocate(100).position(3);
        sealed.flip().position(7);
        pair.opener.open(ByteBuffer.wrap(HEADER), sealed, plain);
        assertThat(sealed.hasRemaining()).isFalse();
        assertThat(plain.position()).isEqualTo(3 + 20);
        assertThat(plain.slice(3, 20)).isEqualTo(ByteBuffer.wrap(CONTENT, 2, 20));
      }
    }

    @Test
    void mayBeSealedInPieces() {
      byte[] content = new byte[100_003];
      new Random(3).nextBytes(content);
      try (Pair pair = new Pair(LANE, LANE)) {
        ByteBuffer sealed = ByteBuffer.allocate(content.length + pair.sealer.overheadBytes());
        pair.sealer.begin(ByteBuffer.wrap(HEADER), content.length);
        for (int start = 0; start < content.length; start += 4_096) {
          int length = Math.min(4_096, content.length - start);
          pair.sealer.seal(ByteBuffer.wrap(content, start, length), sealed);
          boolean complete = start + length == content.length;
          assertThat(sealed.position())
              .isEqualTo(start + length + (complete ? pair.sealer.overheadBytes() : 0));
        }
        assertThat(pair.open(HEADER, sealed.array())).isEqualTo(content);
        assertThat(pair.passOn(HEADER, CONTENT)).isEqualTo(CONTENT);
      }
    }

    @Test
    void cannotBeOpenedBeforeTheLastPieceIsSealed() {
      try (Pair pair = new Pair(LANE, LANE)) {
        ByteBuffer sealed = ByteBuffer.allocate(32 + pair.sealer.overheadBytes());
        pair.sealer.begin(ByteBuffer.wrap(HEADER), 32);
        pair.sealer.seal(ByteBuffer.wrap(new byte[16]), sealed);
        pair.assertRefused(HEADER, Arrays.copyOf(sealed.array(), sealed.position()));
        pair.assertRefused(HEADER, sealed.array());
      }
    }

    @Test
    void areBegunBeforeTheyAreSealed() {
      try (Pair pair = new Pair(LANE, LANE)) {
        ByteBuffer sealed = ByteBuffer.allocate(200);
        assertThatIllegalStateException()
            .isThrownBy(() -> pair.sealer.seal(ByteBuffer.wrap(CONTENT), sealed));
        pair.seal(HEADER, CONTENT);
        assertThatIllegalStateException()
            .isThrownBy(() -> pair.sealer.seal(ByteBuffer.wrap(CONTENT), sealed));
      }
    }

    @Test
    void passAfterTheirKeyIsClosed() {
      try (Pair pair = new Pair(LANE, LANE)) {
        assertThatCode(() -> pair.passOn(HEADER, CONTENT)).doesNotThrowAnyException();
      }
    }

    @Test
    void areNotSealedOrOpenedOnceClosed() {
      Pair pair = new Pair(LANE, LANE);
      byte[] sealed = pair.seal(HEADER, CONTENT);
      pair.close();
      pair.close();
      assertThatIllegalStateException().isThrownBy(() -> pair.seal(HEADER, CONTENT));
      assertThatIllegalStateException().isThrownBy(() -> pair.open(HEADER, sealed));
    }
  }

  @Nested
  class DamagedChunks {
    @Test
    void areNoticedWhereverABitIsFlipped() {
      for (int i = 0; i < CONTENT.length; i++) {
        try (Pair pair = new Pair(LANE, LANE)) {
          byte[] sealed = pair.seal(HEADER, CONTENT);
          sealed[i] ^= 1;
          pair.assertRefused(HEADER, sealed);
        }
      }
    }

    @Test
    void areNoticedWhenTheTagIsAltered() {
      try (Pair pair = new Pair(LANE, LANE)) {
        byte[] sealed = pair.seal(HEADER, CONTENT);
        sealed[sealed.length - 1] ^= 1;
        pair.assertRefused(HEADER, sealed);
      }
    }

    @Test
    void areNoticedWhenTheHeaderIsAltered() {
      try (Pair pair = new Pair(LANE, LANE)) {
        pair.assertRefused(bytes("Header"), pair.seal(HEADER, CONTENT));
      }
    }

    @Test
    void areNoticedWhenCutShort() {
      try (Pair pair = new Pair(LANE, LANE)) {
        byte[] sealed = pair.seal(HEADER, CONTENT);
        for (int length = 0; length < sealed.length; length++) {
          pair.assertRefused(HEADER, Arrays.copyOf(sealed, length));
        }
      }
    }

    @Test
    void areNoticedWhenOneIsDropped() {
      try (Pair pair = new Pair(LANE, LANE)) {
        pair.seal(HEADER, CONTENT);
        pair.assertRefused(HEADER, pair.seal(HEADER, CONTENT));
      }
    }

    @Test
    void areNoticedWhenOneIsRepeated() {
      try (Pair pair = new Pair(LANE, LANE)) {
        byte[] sealed = pair.seal(HEADER, CONTENT);
        pair.open(HEADER, sealed);
        pair.assertRefused(HEADER, sealed);
      }
    }

    @Test
    void areNoticedWhenMeantForAnotherLane() {
      try (Pair pair = new Pair(LANE, new LaneContext(TRANSFER, 1, 1))) {
        pair.assertRefused(HEADER, pair.seal(HEADER, CONTENT));
      }
    }

    @Test
    void areNoticedWhenOfAnotherAttempt() {
      try (Pair pair = new Pair(LANE, new LaneContext(TRANSFER, 2, 0))) {
        pair.assertRefused(HEADER, pair.seal(HEADER, CONTENT));
      }
    }

    @Test
    void areNoticedWhenOfAnotherTransfer() {
      try (Pair pair = new Pair(LANE, new LaneContext(OTHER_TRANSFER, 1, 0))) {
        pair.assertRefused(HEADER, pair.seal(HEADER, CONTENT));
      }
    }

    @Test
    void areNoticedWhenSealedWithAnotherKey() {
      try (Pair pair = new Pair(LANE, LANE);
          Pair other = new Pair(LANE, LANE)) {
        pair.assertRefused(HEADER, other.seal(HEADER, CONTENT));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Both ends of a lane; the keys that they were made of are closed. */
  private final class Pair implements AutoCloseable {
    private final ChunkSealer sealer;
    private final ChunkOpener opener;

    Pair(LaneContext sealing, LaneContext opening) {
      Party sender = sender();
      Party receiver = receiver();
      try (TransferKey key = sender.encryption().newKey()) {
        byte[] wrapped = sender.encryption().wrap(key, receiver.wrappingKey(), TRANSFER);
        try (TransferKey unwrapped = receiver.encryption().unwrap(wrapped, TRANSFER)) {
          sealer = sender.encryption().sealer(key, sealing);
          opener = receiver.encryption().opener(unwrapped, opening);
        }
      }
    }

    byte[] passOn(byte[] header, byte[] content) {
      return open(header, seal(header, content));
    }

    byte[] seal(byte[] header, byte[] content) {
      ByteBuffer sealed = ByteBuffer.allocate(content.length + sealer.overheadBytes());
      sealer.begin(ByteBuffer.wrap(header), content.length);
      sealer.seal(ByteBuffer.wrap(content), sealed);
      return sealed.array();
    }

    byte[] open(byte[] header, byte[] sealed) {
      ByteBuffer plain = ByteBuffer.allocate(Math.max(0, sealed.length - opener.overheadBytes()));
      opener.open(ByteBuffer.wrap(header), ByteBuffer.wrap(sealed), plain);
      return plain.array();
    }

    void assertRefused(byte[] header, byte[] sealed) {
      ByteBuffer plain = ByteBuffer.allocate(sealed.length + 1).position(1);
      Failures.assertDamaged(
          () -> opener.open(ByteBuffer.wrap(header), ByteBuffer.wrap(sealed), plain));
      assertThat(plain.position()).isEqualTo(1);
      assertThat(plain.array()).containsOnly(0);
    }

    @Override
    public void close() {
      sealer.close();
      opener.close();
    }
  }
}
