package io.localstream.adapters.cli;

import io.localstream.application.usecase.PairDevices;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Pairing by the one code {@link #CODE}. A test lets others guess and type it, now or as soon as it
 * is open.
 */
final class ScriptedPairing implements PairDevices {
  static final String CODE = "7-emerald-pueblo-aardvark";
  static final Endpoint GUESSER = Endpoint.of("192.168.1.66", 50_666);

  private final ScriptedDevice device;
  private final Queue<Runnable> onceOpen = new ArrayDeque<>();
  private CompletableFuture<Session> open = new CompletableFuture<>();
  private PairingCode code = PairingCode.parse(CODE);
  private int port;
  private int tries;

  ScriptedPairing(ScriptedDevice device) {
    this.device = device;
  }

  /** What {@link PairDevices#pair} was called with. */
  record Sought(int number, Duration longest, boolean remember) {}

  /** Has this done as soon as a code is open and shown. */
  void onceOpen(Runnable action) {
    onceOpen.add(action);
  }

  /** Somebody guesses wrong. */
  void guess() {
    tries--;
    device
        .contacts
        .observer()
        .on(new LocalStreamEvent.CodeTried(GUESSER, 7, OptionalInt.of(tries)));
    if (tries == 0) {
      fail("code 7 was burnt by three wrong guesses; start again for a new one");
    }
  }

  void fail(String message) {
    code.close();
    open.completeExceptionally(new LocalStreamException(FailureCode.CODE_NOT_OPEN, message));
  }

  /** The other person types the code. */
  void type(String name) {
    code.close();
    Session session = device.join(name, port);
    device.contacts.observer().on(new LocalStreamEvent.Paired(session.peer(), true));
    open.complete(session);
  }

  @Override
  public OpenCode open(int at) {
    if (device.connections.stream().noneMatch(one -> one.endpoint().port() == at)) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_CONNECTION, "there is no connection on port " + at);
    }
    device.commands.add("code on " + at);
    port = at;
    tries = PairingCode.MAX_TRIES;
    open = new CompletableFuture<>();
    code = PairingCode.parse(CODE);
    return new Opened(code, open, this::begin, () -> device.commands.add("once"));
  }

  @Override
  public OpenCode openForOneDevice(int at) {
    return open(at);
  }

  /** The code was shown. */
  private void begin() {
    while (!onceOpen.isEmpty()) {
      onceOpen.remove().run();
    }
  }

  @Override
  public Session pair(PairingCode typed, Duration longest, boolean remember) {
    device.commands.add(new Sought(typed.number(), longest, remember));
    try (typed) {
      return requireRight(typed, Endpoint.of("192.168.1.9", 7117));
    }
  }

  @Override
  public Session pairOnce(PairingCode typed, Duration longest) {
    device.commands.add("once");
    return pair(typed, longest, false);
  }

  /** Connects where the code is the right one. */
  Session requireRight(PairingCode typed, Endpoint remote) {
    if (typed.number() != 7) {
      throw new LocalStreamException(
          FailureCode.NOT_FOUND, "no device here shows code " + typed.number());
    }
    if (!typed.spoken().equals(CODE)) {
      device.contacts.observer().on(new LocalStreamEvent.CodeTried(remote, 7, OptionalInt.empty()));
      throw new LocalStreamException(
          FailureCode.CODE_WRONG, "the code is not the one that the other device shows");
    }
    Session session = device.dialled(remote);
    device.contacts.observer().on(new LocalStreamEvent.Paired(session.peer(), true));
    return session;
  }

  private record Opened(
      PairingCode code, CompletableFuture<Session> open, Runnable shown, Runnable once)
      implements OpenCode {
    @Override
    public void pinNothing() {
      once.run();
    }

    @Override
    public Session await(Duration longest) throws InterruptedException {
      shown.run();
      try {
        return open.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new LocalStreamException(FailureCode.NO_PEER, "nobody typed the code in time", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof LocalStreamException failure
            ? failure
            : new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      code.close();
      open.completeExceptionally(
          new LocalStreamException(FailureCode.CODE_NOT_OPEN, "code 7 was taken back"));
    }
  }
}
