package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.KeepSessions;
import io.localstream.domain.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCompleterTest {
  @TempDir Path folder;
  private final ScriptedDevice device = new ScriptedDevice(Samples.contacts(), Duration.ZERO);
  private ShellCompleter completer;

  @BeforeEach
  void listen() throws Exception {
    Parts parts = new Parts(TestStreams.silent(), Map.of());
    DeviceSlot slot = new DeviceSlot(() -> device);
    Commands commands = parts.commands(slot, (_, _) -> device, "1.2.3");
    completer = new ShellCompleter(new CommandTree(commands, Place.SHELL), new Names(slot));
    device.openConnection().open(Openings.on(8080));
    device.openConnection().open(Openings.on(9090));
    device.join("anna berta", 8080);
    Files.writeString(folder.resolve("my file.txt"), "x");
    Files.writeString(folder.resolve(".hidden"), "x");
    Files.createDirectory(folder.resolve("sub"));
  }

  @Test
  void offersTheCommandsOfTheShell() {
    assertThat(values(List.of(), ""))
        .contains("add_connection", "send_file", "accept", "exit")
        .doesNotContain("send", "try", "quit");
  }

  @Test
  void offersPortsInUseInEveryForm() {
    assertThat(values(List.of("send_file"), "")).containsExactly("8080", "9090");
    assertThat(values(List.of("del-connection"), "80")).containsExactly("8080", "9090");
    assertThat(values(List.of("send_file", "--port"), "")).containsExactly("8080", "9090");
    assertThat(values(List.of("send_file", "--file-path", "x"), ""))
        .containsExactly("8080", "9090");
  }

  @Test
  void offersPathsAndGoesOnInFolders() {
    List<Candidate> found = completer.candidates(List.of("send_file", "8080"), folder + "/");

    assertThat(found)
        .extracting(Candidate::value)
        .containsExactlyInAnyOrder(folder + "/my file.txt", folder + "/sub/");
    assertThat(found).filteredOn(one -> one.value().endsWith("/")).noneMatch(Candidate::complete);
    assertThat(values(List.of("receive_file"), folder + "/.")).contains(folder + "/.hidden");
    assertThat(values(List.of("receive_file"), folder + "/nowhere/")).isEmpty();
  }

  @Test
  void offersPeersAndOptions() {
    assertThat(values(List.of("send_file", "8080", "x", "--to"), "")).containsExactly("anna berta");
    assertThat(values(List.of("send_file", "8080"), "--"))
        .contains("--to", "--background", "--yes");
    assertThat(values(List.of("help"), "")).contains("send_file");
  }

  @Test
  void offersPolicies() {
    assertThat(values(List.of("settings", "existing"), "")).contains("newer", "ask");
    assertThat(values(List.of("receive_file", "x", "--existing"), "")).contains("backup");
  }

  @Test
  void offersActionsDevicesSessionsAndWordsOfCodes() {
    device.trust.pin("dora");
    device.trust.pin("do\u202era");
    Session session = device.join("carl", 8080);
    device.kept.kept.add(new KeepSessions.Kept(session, true));

    assertThat(values(List.of("trust"), "")).contains("list", "show", "rename", "replace");
    assertThat(values(List.of("trust", "show"), ""))
        .containsExactly("dora", Samples.device("do\u202era").id().toString());
    assertThat(values(List.of("trust", "rename", "dora"), "")).isEmpty();
    assertThat(values(List.of("connect"), "")).contains("dora");
    assertThat(values(List.of("sessions", "show"), ""))
        .containsExactly(session.id().toString().substring(0, 8));
    assertThat(values(List.of("pair"), "7-eme")).containsExactly("7-emerald");
    assertThat(values(List.of("pair", "7", "emerald"), "pue")).containsExactly("pueblo");
    assertThat(values(List.of("settings", "announce"), "")).containsExactly("on", "off");
    assertThat(values(List.of("trust", "nonsense"), "")).isEmpty();
    assertThat(values(List.of("help"), "")).contains("trust");
  }

  @Test
  void typesTheIdentifierOfAPeerWhoseNameCannotBeShown() {
    String id = device.join("an\u202ena", 9090).peer().id().toString();

    assertThat(values(List.of("send_file", "--to"), "")).containsExactly("anna berta", id);
  }

  @Test
  void offersNothingAfterMistakes() {
    assertThat(values(List.of("nonsense"), "")).isEmpty();
    assertThat(values(List.of("del_connection", "1", "2"), "")).isEmpty();
    assertThat(values(List.of("connect"), "")).isEmpty();
  }

  private List<String> values(List<String> before, String begun) {
    return completer.candidates(before, begun).stream().map(Candidate::value).toList();
  }
}
