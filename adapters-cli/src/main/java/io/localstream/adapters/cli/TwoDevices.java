package io.localstream.adapters.cli;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The main job on one machine: two devices with homes of their own, which trust each other. */
final class TwoDevices {
  private static final HostAddress LOOPBACK = new HostAddress("127.0.0.1");
  private static final Duration WAIT = Duration.ofSeconds(30);

  private static final PassphraseSource NO_PASSPHRASE =
      new PassphraseSource() {
        @Override
        public Optional<Passphrase> unlock(int attempt) {
          return Optional.empty();
        }

        @Override
        public Optional<Passphrase> choose() {
          return Optional.empty();
        }
      };

  private final DeviceFactory devices;
  private final EventObserver observer;

  /**
   * @param observer is told what happens on both
   */
  TwoDevices(DeviceFactory devices, EventObserver observer) {
    this.devices = devices;
    this.observer = observer;
  }

  /** Sends a file from one to the other; leaves nothing behind. */
  TrialReport exchange(Optional<Path> given, Surroundings surroundings)
      throws InterruptedException {
    try (TrialFolder folder = TrialFolder.create()) {
      Path file = given.isPresent() ? given.get() : folder.randomFile();
      if (!Files.isRegularFile(file)) {
        throw new LocalStreamException(
            FailureCode.FILE_MISSING, "there is no file " + file + " to send");
      }
      try (RunningDevice sender = open(folder.home("sender"), surroundings.screen());
          RunningDevice receiver = open(folder.home("receiver"), surroundings.screen())) {
        return exchange(new Pair(sender, receiver), file, folder, surroundings.follower());
      }
    } catch (IOException e) {
      throw new LocalStreamException(
          FailureCode.FILE_UNWRITABLE, "the temporary folder can't be used: " + e, e);
    }
  }

  private record Pair(RunningDevice sender, RunningDevice receiver) {}

  private RunningDevice open(Path home, Screen screen) {
    RunningDevice device =
        devices.open(
            home,
            new Contacts(
                (_, _) -> ApprovalPrompt.Answer.YES, NO_PASSPHRASE, observer, screen::important));
    device.changeSettings().silence();
    return device;
  }

  private TrialReport exchange(Pair pair, Path file, TrialFolder folder, TransferFollower follower)
      throws IOException, InterruptedException {
    Connection connection =
        pair.sender()
            .openConnection()
            .open(new OpenConnection.Command(Optional.of(LOOPBACK), 0, new PeerLimit(1), false));
    Endpoint endpoint = connection.endpoint();
    // Has both make their keys, so that the handshake is measured alone.
    ShowStatus.Result sender = pair.sender().showStatus().show();
    ShowStatus.Result receiver = pair.receiver().showStatus().show();
    long dialled = System.nanoTime();
    pair.receiver().connectToPeer().connect(ConnectToPeer.Command.to(endpoint));
    long connected = System.nanoTime();
    Path arrived = transfer(pair, endpoint.port(), file, folder, follower);
    long published = System.nanoTime();
    return new TrialReport(
        sender,
        receiver,
        endpoint,
        Duration.ofNanos(connected - dialled),
        Files.size(file),
        Duration.ofNanos(published - connected),
        Files.mismatch(file, arrived) < 0,
        new TrialReport.Digests(TrialFolder.sha256(file), TrialFolder.sha256(arrived)));
  }

  private static Path transfer(
      Pair pair, int port, Path file, TrialFolder folder, TransferFollower follower)
      throws IOException, InterruptedException {
    List<OngoingTransfer> sending =
        pair.sender()
            .sendFiles()
            .send(
                new SendFiles.Command(
                    port,
                    List.of(new FileReference(file.toString())),
                    Selection.ALL,
                    ChunkSize.DEFAULT,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    WAIT,
                    false));
    Destination destination =
        new Destination(
            new FileReference(folder.arrivals().toString()), Destination.ExistingFile.KEEP);
    OngoingTransfer receiving =
        pair.receiver()
            .receiveFiles()
            .receive(
                new ReceiveFiles.Command(
                    destination, Optional.empty(), WAIT, Optional.empty(), false, true));
    follower.await(sending).forEach(TwoDevices::saved);
    return saved(receiving.await()).map(Path::of).orElseThrow();
  }

  /** Where it was saved, on the receiving side. */
  private static Optional<String> saved(Transfer transfer) {
    return switch (transfer.state()) {
      case TransferState.Completed done ->
          done.saved().stream().findFirst().map(FileReference::value);
      case TransferState.Failed failed ->
          throw new LocalStreamException(failed.code(), failed.message());
      case TransferState.Offered _, TransferState.Running _ ->
          throw new IllegalStateException("the transfer has not ended");
    };
  }
}
