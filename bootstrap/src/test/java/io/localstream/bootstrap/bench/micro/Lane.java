package io.localstream.bootstrap.bench.micro;

import io.localstream.adapters.crypto.AesGcmContentEncryption;
import io.localstream.adapters.crypto.RsaIdentityVault;
import io.localstream.adapters.crypto.SecureIdentifierSource;
import io.localstream.adapters.socket.BinaryLaneFraming;
import io.localstream.domain.port.ChunkOpener;
import io.localstream.domain.port.ChunkSealer;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.port.fake.SteppedClock;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A lane's two ends as the program has them, behind their ports, without a network between. */
final class Lane {
  private static final LaneContext CONTEXT = new LaneContext(new TransferId(new UUID(1, 2)), 1, 0);
  private final ContentEncryption encryption =
      new AesGcmContentEncryption(
          new RsaIdentityVault(
              new InMemorySecretStore(),
              new SecureIdentifierSource(),
              new SteppedClock(),
              new ScriptedPassphraseSource()));
  private final TransferKey key = encryption.newKey();

  /** With the cipher as warm as the program makes it. */
  Lane() {
    encryption.prepare();
  }

  /** Only once for a lane. */
  ChunkSealer sealer() {
    return encryption.sealer(key, CONTEXT);
  }

  ChunkOpener opener() {
    return encryption.opener(key, CONTEXT);
  }

  /** A header's form, which is authenticated with its chunk. */
  static ByteBuffer header(long index, int plainBytes) {
    BinaryLaneFraming framing = new BinaryLaneFraming();
    ByteBuffer header = ByteBuffer.allocate(framing.headerBytes());
    framing.encode(new ChunkHeader(index, plainBytes, false), header);
    return header.flip();
  }
}
