package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.PublicKey;
import io.localstream.domain.port.contract.ContentEncryptionContract;
import io.localstream.domain.port.fake.InMemoryContentEncryption;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryContentEncryptionTest extends ContentEncryptionContract {
  private final Party sender = device(1);
  private final Party receiver = device(2);

  @Override
  protected Party sender() {
    return sender;
  }

  @Override
  protected Party receiver() {
    return receiver;
  }

  @Override
  protected PublicKey unusableKey() {
    return InMemoryContentEncryption.UNUSABLE_KEY;
  }

  @Test
  void tellsWhatWasNotClosed() {
    InMemoryContentEncryption encryption = new InMemoryContentEncryption(sender.wrappingKey());
    LaneContext lane = new LaneContext(new TransferId(new UUID(1, 1)), 1, 0);
    TransferKey key = encryption.newKey();
    ChunkSealer sealer = encryption.sealer(key, lane);
    ChunkOpener opener = encryption.opener(key, lane);
    assertThat(encryption.openKeys()).isEqualTo(1);
    assertThat(encryption.openLanes()).isEqualTo(2);
    key.close();
    sealer.close();
    opener.close();
    assertThat(encryption.openKeys()).isZero();
    assertThat(encryption.openLanes()).isZero();
  }

  private static Party device(int number) {
    PublicKey key = InMemoryIdentityVault.numbered(number).identity().wrappingKey();
    return new Party(new InMemoryContentEncryption(key), key);
  }
}
