package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryNotary;
import io.localstream.domain.transfer.ChunkHeader;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A device that is trusted, and then says whatever a test makes it say. It dials. */
final class HostilePeer implements AutoCloseable {
  private static final Duration PATIENCE = TestDevice.PATIENCE;
  private static final int CHUNK = 1024;

  private final TestDevice self;
  private final TestDevice victim;
  private final Endpoint endpoint;
  private final SecureChannel channel;

  /** Gets itself trusted by the victim, which listens there. */
  HostilePeer(TestDevice victim, Endpoint endpoint) throws InterruptedException {
    this.victim = victim;
    this.endpoint = endpoint;
    self =
        new TestDevice(
            victim.transport.neighbour("192.168.1.66"),
            InMemoryIdentityVault.numbered(66),
            "mallory");
    victim.pin(self);
    channel =
        self.security.initiate(
            self.transport.dial(endpoint, new Greeting.Control(), PATIENCE), PATIENCE);
    say(
        new ControlMessage.Hello(
            2,
            self.settings.deviceName(),
            self.identity.identity().wrappingKey(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
    await(ControlMessage.Hello.class);
    assertThat(status()).isEqualTo(StatusFlag.READY);
    say(ControlMessage.Status.of(StatusFlag.READY));
    victim.events.await(
        LocalStreamEvent.PeerJoined.class,
        joined -> joined.session().peer().id().equals(self.identity.identity().id()));
  }

  void say(ControlMessage message) {
    self.codec.write(message, channel, PATIENCE);
  }

  /** Waits for a message of this type, and lets all others pass. */
  <M extends ControlMessage> M await(Class<M> type) {
    while (true) {
      ControlMessage message =
          self.codec.read(channel, ConversationStage.SESSION, PATIENCE).orElseThrow();
      if (type.isInstance(message)) {
        return type.cast(message);
      }
    }
  }

  StatusFlag status() {
    return await(ControlMessage.Status.class).flag();
  }

  static ManifestEntry file(String path, long bytes) {
    return new ManifestEntry.File(new RelativePath(path), bytes, Instant.EPOCH, 0644);
  }

  /** Offers this, as if it were a transfer like any other. */
  void offer(TransferId id, ManifestEntry... entries) {
    say(
        new ControlMessage.Offer(
            id, 1, entries.length, new ChunkSize(CHUNK), Optional.empty(), false, false));
    say(new ControlMessage.Entries(id, List.of(entries)));
  }

  /** Signs a receipt as any device would. */
  byte[] sign(Receipt receipt) {
    return new InMemoryNotary(self.identity).sign(receipt).signature();
  }

  DeviceId id() {
    return self.identity.identity().id();
  }

  /** Hands over a key, once the offer was accepted, and opens lane 0. */
  Lane lane(TransferId id) {
    ControlMessage.Accept accept = await(ControlMessage.Accept.class);
    var key = self.encryption.newKey();
    byte[] wrapped =
        self.encryption.wrap(key, victim.identity.identity().wrappingKey(), accept.transfer());
    say(new ControlMessage.ContentKey(accept.transfer(), wrapped, List.of()));
    return new Lane(
        self,
        dial(accept.tickets().getFirst()),
        self.encryption.sealer(key, new LaneContext(id, 1, 0)),
        accept.tickets());
  }

  Link dial(LaneTicket ticket) {
    return self.transport.dial(endpoint, new Greeting.Lane(ticket), PATIENCE);
  }

  /** Lane 0 of a transfer that it offers. */
  record Lane(
      TestDevice self,
      Link link,
      io.localstream.domain.port.ChunkSealer sealer,
      List<LaneTicket> tickets) {
    /**
     * Sends a chunk with whatever header, sealed as it should be. It is one piece: a victim that
     * hangs up at the header would fail the second of two.
     */
    void send(long index, int length, boolean last) {
      link.write(sealed(index, length, last), PATIENCE);
    }

    /** The same chunk as it goes over the link. */
    ByteBuffer sealed(long index, int length, boolean last) {
      ByteBuffer chunk =
          ByteBuffer.allocate(self.framing.headerBytes() + length + sealer.overheadBytes());
      self.framing.encode(new ChunkHeader(index, length, last), chunk);
      sealer.begin(chunk.duplicate().flip(), length);
      sealer.seal(ByteBuffer.allocate(length), chunk);
      return chunk.flip();
    }
  }

  @Override
  public void close() {
    channel.close();
    self.close();
  }
}
