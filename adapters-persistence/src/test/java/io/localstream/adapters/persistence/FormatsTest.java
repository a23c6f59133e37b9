package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.RunningTransfer;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.UnfinishedTransfer;
import io.localstream.domain.trust.PinnedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FORMATS.md tells the truth: its examples are read, and written again just so. */
class FormatsTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");
  private static final String SESSION = "sessions/0b0c9d5e-6d0b-4f0e-9a55-3c1d8e1f2a3b.json";
  private static final String RECEIPT = "receipts/7d0c9d5e-6d0b-4f0e-9a55-3c1d8e1f2a3b.json";
  private static final String RUNNING = "running/5d0c9d5e-6d0b-4f0e-9a55-3c1d8e1f2a3b.json";
  private static final Pattern NAME = Pattern.compile("localstream/(\\w+)");

  @TempDir private Path folder;
  private final List<String> examples = new ArrayList<>();
  private LocalStreamHome home;

  @BeforeEach
  void keepTheExamples() throws IOException {
    home = TestHome.in(folder);
    String document = Files.readString(Path.of("FORMATS.md"));
    EXAMPLE.matcher(document).results().map(found -> found.group(1)).forEach(examples::add);
    for (String example : examples) {
      file(example).replace(example.getBytes());
    }
  }

  private StoredFile file(String example) {
    Path path = Path.of(name(example));
    return path.getNameCount() == 1
        ? home.file(path.toString())
        : home.file(path.getName(0).toString(), path.getName(1).toString());
  }

  private static String name(String example) {
    Matcher name = NAME.matcher(example);
    assertThat(name.find()).isTrue();
    return switch (name.group(1)) {
      case "session" -> SESSION;
      case "receipt" -> RECEIPT;
      case "running" -> RUNNING;
      default -> name.group(1) + ".json";
    };
  }

  @Test
  void showsEveryDocument() {
    assertThat(examples)
        .extracting(FormatsTest::name)
        .containsExactly(
            "devices.json",
            SESSION,
            "transfers.json",
            RUNNING,
            RECEIPT,
            "connections.json",
            "settings.json");
  }

  @Test
  void isWhatTheStoresWrite() throws IOException {
    JsonTrustStore devices = new JsonTrustStore(home);
    PinnedDevice device = devices.all().getFirst();
    devices.forget(device.device().id());
    devices.pin(device);
    JsonSessionStore sessions = new JsonSessionStore(home);
    Session session = sessions.all().getFirst();
    sessions.remove(session.id());
    sessions.save(session);
    JsonTransferLog transfers = new JsonTransferLog(home);
    UnfinishedTransfer transfer = transfers.all().getFirst();
    transfers.remove(transfer.id());
    transfers.save(transfer);
    UUID program = UUID.fromString(RUNNING.substring(8, 44));
    List<RunningTransfer> running =
        new JsonFolder<>(home, "running", new RunningForm()).read(program).orElseThrow();
    Files.delete(home.open().resolve(RUNNING));
    new JsonRunningTransfers(home, program).tell(running);
    JsonReceiptStore receipts = new JsonReceiptStore(home);
    SignedReceipt receipt = receipts.all().getFirst();
    Files.delete(home.open().resolve(RECEIPT));
    receipts.save(receipt);
    JsonConnectionStore connections = new JsonConnectionStore(home);
    var connection = connections.all().getFirst();
    connections.remove(connection.endpoint());
    connections.save(connection);
    JsonSettingsStore settings = new JsonSettingsStore(home);
    var name = settings.deviceName();
    settings.rename(new DeviceName("other"));
    settings.rename(name);

    for (String example : examples) {
      assertThat(home.open().resolve(name(example))).hasContent(example.strip());
    }
  }

  @Test
  void whatWasWrittenBeforeThereWereSomeFieldsIsStillRead() throws IOException {
    for (String example : examples) {
      String before =
          example.replaceAll(
              ",?\\s*\"(alias|successor|restorable|sealedSecret|announce)\" : [^\n]*", "");
      file(example)
          .replace(before.replaceAll("(\"[^\"]*\"|true|false)\\s*(\n\\s*\")", "$1,$2").getBytes());
    }

    assertThat(new JsonTrustStore(home).all().getFirst().alias()).isEmpty();
    assertThat(new JsonSessionStore(home).all().getFirst().restorable()).isFalse();
    assertThat(new JsonSessionStore(home).all().getFirst().secret()).isEmpty();
    assertThat(new JsonSettingsStore(home).isAnnouncing()).isTrue();
  }

  @Test
  void tellsHowManySessionsAreKept() throws IOException {
    assertThat(Files.readString(Path.of("FORMATS.md")))
        .contains("the " + SessionStore.KEPT.perDevice() + " latest ended ones of each peer");
  }

  @Test
  void tellsHowManyReceiptsAreKept() throws IOException {
    assertThat(Files.readString(Path.of("FORMATS.md")))
        .contains("the " + ReceiptStore.KEPT.perDevice() + " latest of each peer and direction");
  }

  @Test
  void tellsHowManyTransfersAreKept() throws IOException {
    assertThat(Files.readString(Path.of("FORMATS.md")))
        .contains("the " + TransferLog.KEPT.perDevice() + " latest of each peer are kept");
  }
}
