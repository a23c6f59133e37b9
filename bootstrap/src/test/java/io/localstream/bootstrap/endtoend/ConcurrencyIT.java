package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that share one home. */
class ConcurrencyIT {
  private static final int TRANSFERS = 4;
  private static final Pattern ID = Pattern.compile("id ([-0-9a-f]{36})");
  private static final Pattern SESSION = Pattern.compile("\"endedAt\"");

  @TempDir Path temporary;

  @Test
  void makeOneIdentityWhenTheyAreTheFirst() {
    TestDevice anna = TestDevice.fresh(temporary, TestDevice.ANNA);
    List<LocalStreamProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        processes.add(anna.start("status"));
      }
      assertThat(processes)
          .extracting(process -> id(process.endsWith(0)))
          .allMatch(id -> !id.isEmpty())
          .containsOnly(id(processes.getFirst()));
    } finally {
      processes.forEach(LocalStreamProcess::close);
    }
  }

  private static String id(LocalStreamProcess process) {
    return ID.matcher(process.out()).results().findFirst().map(match -> match.group(1)).orElse("");
  }

  @Test
  void sendAndReceiveAtTheSameTimeAndForgetNoSession() throws Exception {
    TestDevice anna = TestDevice.known(temporary, TestDevice.ANNA);
    TestDevice ben = TestDevice.known(temporary, TestDevice.BEN);
    Path source = Sample.write(anna.folder().resolve("file.bin"), 1 << 20);
    List<LocalStreamProcess> processes = new ArrayList<>();
    try {
      for (int i = 0; i < TRANSFERS; i++) {
        String port = Integer.toString(TestDevice.freePort());
        processes.add(
            anna.start("send", "file.bin", "--port", port, "--host", "127.0.0.1", "--yes"));
        String[] receive = {
          "receive", "file" + i, "--from", "127.0.0.1:" + port, "--yes", "--wait", "60"
        };
        processes.add(ben.start(receive));
      }
      processes.forEach(process -> process.endsWith(0));
    } finally {
      processes.forEach(LocalStreamProcess::close);
    }
    for (int i = 0; i < TRANSFERS; i++) {
      assertThat(ben.folder().resolve("file" + i)).hasSameBinaryContentAs(source);
    }
    for (TestDevice device : List.of(anna, ben)) {
      String sessions = String.join("", device.sessions());
      assertThat(SESSION.matcher(sessions).results()).as(sessions).hasSize(TRANSFERS);
    }
  }
}
