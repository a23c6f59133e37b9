package io.localstream.application.conversation;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.LaneWish;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A peer called ben who never says anything by himself, and never opens a lane. */
final class RecordingLine implements PeerLine {
  private static final int PATIENCE_SECONDS = 20;
  private static final PublicKey KEY = new PublicKey(new byte[] {1});

  private final BlockingQueue<ControlMessage> sent = new LinkedBlockingQueue<>();

  /** The next message that was sent to the peer. */
  ControlMessage next() throws InterruptedException {
    ControlMessage message = sent.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nothing more was sent");
    }
    return message;
  }

  boolean isSilent() {
    return sent.isEmpty();
  }

  @Override
  public PresentedDevice peer() {
    return new PresentedDevice(
        new PeerCredentials(
            new DeviceId(new UUID(0, 2)), KEY, new Fingerprint("fedcba9876543210".repeat(4))),
        new DeviceName("ben"),
        KEY,
        Optional.empty());
  }

  @Override
  public void send(ControlMessage message) {
    sent.add(message);
  }

  @Override
  public LaneSource lanes(LaneWish wish) {
    throw new AssertionError("no lane is wanted here");
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public ContentBuffers buffers() {
    throw new AssertionError("no lane is wanted here");
  }
}
