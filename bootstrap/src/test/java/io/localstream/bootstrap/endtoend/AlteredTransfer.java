package io.localstream.bootstrap.endtoend;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.TransferState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One transfer between two devices of this JVM, with somebody in between who alters it. */
final class AlteredTransfer {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final RunningDevice listening;
  private final RunningDevice dialling;
  private final boolean listenerSends;
  private final Cargo cargo;
  private final Path target;

  /**
   * What is sent, and how.
   *
   * @param source a file, or a folder that is called {@code arrived}
   */
  record Cargo(Path source, ChunkSize chunkSize, Optional<LaneCount> lanes) {
    boolean isFolder() {
      return Files.isDirectory(source);
    }
  }

  /**
   * Sends one file over one lane.
   *
   * @param folder an empty one, for what arrives
   */
  AlteredTransfer(
      RunningDevice listening,
      RunningDevice dialling,
      boolean listenerSends,
      Path source,
      Path folder) {
    this(
        listening,
        dialling,
        listenerSends,
        new Cargo(source, ChunkSize.DEFAULT, Optional.of(new LaneCount(1))),
        folder);
  }

  AlteredTransfer(
      RunningDevice listening,
      RunningDevice dialling,
      boolean listenerSends,
      Cargo cargo,
      Path folder) {
    this.listening = listening;
    this.dialling = dialling;
    this.listenerSends = listenerSends;
    this.cargo = cargo;
    this.target = folder.resolve("arrived");
  }

  /** How it went. */
  enum Verdict {
    /** The devices did not come together. */
    NO_SESSION,
    /** The transfer failed, and nothing arrived. */
    NO_FILE,
    /** The file arrived as it was sent, but the sender could not be told. */
    NO_RECEIPT,
    /** The file arrived as it was sent, and both sides know it. */
    SUCCESS,
    /** Everything else: a wrong file, a rest, no end, a defect. */
    WRONG
  }

  /** What came of it, and in the words of both sides. */
  record Outcome(Verdict verdict, String told) {
    private Outcome saying(String more) {
      return new Outcome(verdict, told + "; " + more);
    }
  }

  /** Runs it through a proxy that does this. */
  Outcome run(Tampering tampering) {
    Endpoint endpoint =
        listening
            .openConnection()
            .open(
                new OpenConnection.Command(
                    Optional.of(new HostAddress("127.0.0.1")), 0, new PeerLimit(1), false))
            .endpoint();
    try (TcpProxy proxy = new TcpProxy(endpoint.port(), tampering)) {
      return run(endpoint.port(), proxy.port());
    } finally {
      listening.closeConnection().close(endpoint.port());
    }
  }

  private Outcome run(int port, int proxyPort) {
    try {
      within(() ->
          dialling
              .connectToPeer()
              .connect(
                  ConnectToPeer.Command.to(new Endpoint(new HostAddress("127.0.0.1"), proxyPort))));
    } catch (LocalStreamException e) {
      return judge(Verdict.NO_SESSION, "connect: " + e.code() + " " + e.getMessage());
    } catch (TimeoutException e) {
      return new Outcome(Verdict.WRONG, "connect does not end");
    }
    try {
      return listenerSends
          ? transfer(listening, port, dialling)
          : transfer(dialling, proxyPort, listening);
    } finally {
      hangUp(proxyPort);
    }
  }

  private void hangUp(int proxyPort) {
    try {
      dialling.closeConnection().close(proxyPort);
    } catch (LocalStreamException e) {
      // It has broken, as it should.
    }
  }

  private Outcome transfer(RunningDevice sender, int senderPort, RunningDevice receiver) {
    CompletableFuture<OngoingTransfer> receiving = new CompletableFuture<>();
    Thread taking = Thread.ofVirtual().start(() -> take(receiver, receiving));
    try {
      OngoingTransfer sending = within(() -> send(sender, senderPort));
      receiving.exceptionally(refused -> {
        sending.cancel();
        return null;
      });
      TransferState sent = within(sending::await).state();
      if (sent instanceof TransferState.Failed && !receiving.isDone()) {
        taking.interrupt();
      }
      Optional<TransferState> received = within(() -> received(receiving));
      Outcome outcome = judge(sent, received);
      return received.isPresent() ? outcome : outcome.saying(why(receiving));
    } catch (LocalStreamException e) {
      taking.interrupt();
      return judge(Verdict.NO_FILE, e.code() + " " + e.getMessage());
    } catch (TimeoutException e) {
      taking.interrupt();
      return new Outcome(Verdict.WRONG, "does not end");
    }
  }

  private OngoingTransfer send(RunningDevice sender, int port) throws InterruptedException {
    return sender
        .sendFiles()
        .send(
            new SendFiles.Command(
                port,
                List.of(new FileReference(cargo.source().toString())),
                Selection.ALL,
                cargo.chunkSize(),
                cargo.lanes(),
                Optional.empty(),
                false,
                Duration.ofSeconds(5),
                false))
        .getFirst();
  }

  private void take(RunningDevice receiver, CompletableFuture<OngoingTransfer> receiving) {
    Path destination = cargo.isFolder() ? target.getParent() : target;
    try {
      receiving.complete(
          receiver
              .receiveFiles()
              .receive(
                  new ReceiveFiles.Command(
                      new Destination(
                          new FileReference(destination.toString()), Destination.ExistingFile.KEEP),
                      Optional.empty(),
                      PATIENCE,
                      Optional.empty(),
                      false,
                      true)));
    } catch (LocalStreamException | InterruptedException e) {
      receiving.completeExceptionally(e);
    }
  }

  /** Empty where no offer came, or none that was still good. */
  private static Optional<TransferState> received(CompletableFuture<OngoingTransfer> receiving)
      throws InterruptedException {
    try {
      return Optional.of(receiving.get().await().state());
    } catch (ExecutionException e) {
      return Optional.empty();
    }
  }

  private static String why(CompletableFuture<OngoingTransfer> receiving) {
    return receiving.isCompletedExceptionally()
        ? "it could not be taken: " + receiving.exceptionNow()
        : "nothing was taken";
  }

  private Outcome judge(TransferState sent, Optional<TransferState> received) {
    String told =
        "sender: "
            + tell(sent)
            + "; receiver: "
            + received.map(AlteredTransfer::tell).orElse("no offer");
    boolean arrived = received.filter(TransferState.Completed.class::isInstance).isPresent();
    boolean known = sent instanceof TransferState.Completed;
    if (known && !arrived) {
      return new Outcome(Verdict.WRONG, told);
    }
    return judge(known ? Verdict.SUCCESS : arrived ? Verdict.NO_RECEIPT : Verdict.NO_FILE, told);
  }

  private Outcome judge(Verdict verdict, String told) {
    boolean arrives = verdict == Verdict.SUCCESS || verdict == Verdict.NO_RECEIPT;
    String left = left(arrives);
    boolean right = left.equals(arrives ? "[arrived]" : "[]") && (!arrives || isRight());
    boolean defect = told.contains("INTERNAL");
    return right && !defect
        ? new Outcome(verdict, told)
        : new Outcome(Verdict.WRONG, verdict + " " + told + "; in the folder: " + left);
  }

  private String left(boolean arrives) {
    try (Stream<Path> files = Files.list(target.getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          // What was noted of a transfer that broke is kept, for the next attempt.
          .filter(name -> arrives || !name.endsWith(".localstream-part"))
          .sorted()
          .toList()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isRight() {
    try {
      return cargo.isFolder()
          ? Tree.of(cargo.source()).equals(Tree.of(target))
          : Files.mismatch(cargo.source(), target) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tell(TransferState state) {
    return switch (state) {
      case TransferState.Failed failed -> failed.code() + " " + failed.message();
      case TransferState.Completed completed -> "completed";
      case TransferState.Offered offered -> "offered";
      case TransferState.Running running -> "running";
    };
  }

  private interface Step<T> {
    T run() throws InterruptedException;
  }

  /** Runs one step, which has to end in time; an interrupted one has failed. */
  private static <T> T within(Step<T> step) throws TimeoutException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            result.complete(step.run());
          } catch (Exception e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LocalStreamException failure
          ? failure
          : new IllegalStateException(e);
    }
  }
}
