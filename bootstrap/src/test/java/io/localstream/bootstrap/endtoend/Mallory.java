package io.localstream.bootstrap.endtoend;

import io.localstream.adapters.crypto.JPakePairingExchange;
import io.localstream.adapters.crypto.RsaIdentityVault;
import io.localstream.adapters.crypto.SecureIdentifierSource;
import io.localstream.adapters.crypto.TlsChannelSecurity;
import io.localstream.adapters.socket.DnsSdDiscovery;
import io.localstream.adapters.socket.JsonMessageCodec;
import io.localstream.adapters.socket.TcpTransport;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.ConversationStage;
import io.localstream.domain.message.Pairing;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.Greeting;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IncomingLink;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.Listener;
import io.localstream.domain.port.PairingRun;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.transfer.LaneTicket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A program that attacks, with every means of the real one: it announces what it likes, holds real
 * handshakes with keys of its own, and speaks the protocol. It prints what it has reached, a word a
 * line.
 */
final class Mallory {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TcpTransport transport = new TcpTransport();
  private final JsonMessageCodec codec = new JsonMessageCodec();
  private final DeviceId id;
  private final RsaIdentityVault vault;
  private final TlsChannelSecurity security;

  private Mallory(DeviceId id) {
    this.id = id;
    vault =
        new RsaIdentityVault(
            new InMemorySecretStore(),
            new OneIdentifier(id),
            Clock.systemUTC(),
            new ScriptedPassphraseSource());
    security = new TlsChannelSecurity(vault);
  }

  /**
   * The command line: the attack, the identifier to claim, and what that attack needs.
   *
   * <ul>
   *   <li>{@code pose ID HOST PORT NUMBER NAME}: listens, announces itself as the device with that
   *       identifier, name and code, and guesses the code of whoever comes
   *   <li>{@code relay ID HOST PORT NUMBER NAME HOST PORT}: the same, but passes every message on
   *       to the device at the second place, and back
   *   <li>{@code replay ID HOST PORT FILE}: sends recorded bytes there
   * </ul>
   */
  public static void main(String[] arguments) throws Exception {
    Mallory mallory = new Mallory(DeviceId.parse(arguments[1]));
    Endpoint own = Endpoint.of(arguments[2], Integer.parseInt(arguments[3]));
    switch (arguments[0]) {
      case "pose" -> mallory.lieInWait(own, arguments, mallory::guess);
      case "relay" -> {
        Endpoint victim = Endpoint.of(arguments[6], Integer.parseInt(arguments[7]));
        mallory.lieInWait(own, arguments, channel -> mallory.relay(channel, victim));
      }
      case "replay" -> mallory.replay(own, Path.of(arguments[4]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Gives one identifier again and again, so that the device claims to be another. */
  private record OneIdentifier(DeviceId id) implements IdentifierSource {
    @Override
    public UUID newId() {
      return id.value();
    }

    @Override
    public LaneTicket newTicket() {
      return new SecureIdentifierSource().newTicket();
    }
  }

  private interface Ambush {
    void on(SecureChannel channel);
  }

  private void lieInWait(Endpoint own, String[] arguments, Ambush ambush) {
    vault.identity();
    int number = Integer.parseInt(arguments[4]);
    try (DnsSdDiscovery discovery = new DnsSdDiscovery();
        Listener listener = transport.listen(own)) {
      discovery.announce(
          new Announcement(
              id,
              new DeviceName(arguments[5]),
              own,
              number == 0 ? Optional.empty() : Optional.of(number)));
      say("lurking");
      while (true) {
        listener.accept(PATIENCE).ifPresent(link -> receive(link, ambush));
      }
    }
  }

  private void receive(IncomingLink link, Ambush ambush) {
    try {
      link.greeting(PATIENCE);
      SecureChannel channel = security.respond(link, PATIENCE);
      say("caught");
      ambush.on(channel);
    } catch (LocalStreamException e) {
      say("lost: " + e.code());
    }
  }

  /** Takes part in the exchange with a guess of its own. */
  private void guess(SecureChannel channel) {
    ControlMessage.Hello hello = (ControlMessage.Hello) hear(channel);
    LocalIdentity own = vault.identity();
    tell(
        channel,
        new ControlMessage.Hello(
            2,
            new DeviceName("anna"),
            own.wrappingKey(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
    PresentedDevice peer =
        new PresentedDevice(channel.peer(), hello.name(), hello.wrappingKey(), Optional.empty());
    PairingContext context =
        new PairingContext(
            PairingParty.of(own), PairingParty.of(peer), Side.LISTENING, channel.binding());
    try (PairingRun run = new JPakePairingExchange().begin(PairingCode.of(1, 1, 2, 3), context)) {
      tell(channel, new Pairing(1, run.first()));
      byte[] first = ((Pairing) hear(channel)).payload();
      tell(channel, new Pairing(2, run.second(first)));
      byte[] second = ((Pairing) hear(channel)).payload();
      byte[] confirmation = run.confirmation(second);
      byte[] third = ((Pairing) hear(channel)).payload();
      say("guessed");
      tell(channel, new Pairing(3, confirmation));
      run.verify(third);
      say("BREACH: the guess was right");
    } catch (LocalStreamException e) {
      say("learned: " + e.code());
    } catch (ClassCastException e) {
      say("refused");
      return;
    }
    say("told: " + hear(channel));
  }

  private void relay(SecureChannel caught, Endpoint victim) {
    Link link = transport.dial(victim, new Greeting.Control(), PATIENCE);
    SecureChannel onward = security.initiate(link, PATIENCE);
    say("between");
    Thread.ofVirtual().start(() -> pass(caught, onward));
    pass(onward, caught);
  }

  private void pass(SecureChannel from, SecureChannel to) {
    try {
      while (true) {
        ControlMessage message = hear(from);
        if (message instanceof ControlMessage.Offer) {
          say("BREACH: an offer came through");
        }
        tell(to, message);
      }
    } catch (LocalStreamException e) {
      say("relayed until " + e.code());
      to.close();
    }
  }

  private void replay(Endpoint victim, Path recorded) throws Exception {
    byte[] bytes = Files.readAllBytes(recorded);
    try (Link link = transport.dial(victim, new Greeting.Control(), PATIENCE)) {
      link.write(ByteBuffer.wrap(bytes), PATIENCE);
      ByteBuffer answer = ByteBuffer.allocate(1 << 16);
      while (link.read(answer.clear(), PATIENCE) >= 0) {
        say("answered");
      }
    } catch (LocalStreamException e) {
      say("ended: " + e.code());
    }
    say("replayed");
  }

  private ControlMessage hear(SecureChannel channel) {
    return codec
        .read(channel, ConversationStage.INTRODUCTION, PATIENCE)
        .orElseThrow(() -> new LocalStreamException(FailureCode.LINK_BROKEN, "hung up"));
  }

  private void tell(SecureChannel channel, ControlMessage message) {
    codec.write(message, channel, PATIENCE);
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
