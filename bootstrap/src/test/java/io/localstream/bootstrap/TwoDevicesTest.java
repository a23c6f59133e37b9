package io.localstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.TransferState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two real devices with homes of their own, over real sockets. */
class TwoDevicesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private RunningDevice device(String name) {
    return LocalStream.at(folder.resolve(name)).asking((question, wait) -> Answer.YES).open();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void bringAFileFromOneToTheOtherOverIPv4AndIPv6(String host) throws Exception {
    Path source = source(10_000_001);
    try (RunningDevice anna = device("anna");
        RunningDevice ben = device("ben")) {
      Endpoint endpoint =
          anna.openConnection()
              .open(
                  new OpenConnection.Command(
                      Optional.of(new HostAddress(host)), 0, new PeerLimit(1), false))
              .endpoint();
      ben.connectToPeer().connect(ConnectToPeer.Command.to(endpoint));
      OngoingTransfer sending =
          anna.sendFiles()
              .send(
                  new SendFiles.Command(
                      endpoint.port(),
                      List.of(new FileReference(source.toString())),
                      Selection.ALL,
                      ChunkSize.DEFAULT,
                      Optional.empty(),
                      Optional.empty(),
                      false,
                      PATIENCE,
                      false))
              .getFirst();
      Path target = folder.resolve("received");
      OngoingTransfer receiving =
          ben.receiveFiles()
              .receive(
                  new ReceiveFiles.Command(
                      new Destination(
                          new FileReference(target.toString()), Destination.ExistingFile.KEEP),
                      Optional.empty(),
                      PATIENCE,
                      Optional.empty(),
                      false,
                      false));

      assertThat(receiving.await().state()).isInstanceOf(TransferState.Completed.class);
      assertThat(sending.await().state()).isInstanceOf(TransferState.Completed.class);
      assertThat(target).hasSameBinaryContentAs(source);
      assertThat(anna.showStatus().show().active()).isEqualTo(1);
    }
  }

  private Path source(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return Files.write(folder.resolve("source.bin"), content);
  }
}
