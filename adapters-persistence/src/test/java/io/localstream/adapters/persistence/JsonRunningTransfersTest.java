package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.contract.RunningTransfersContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRunningTransfersTest extends RunningTransfersContract {
  @TempDir private Path folder;

  @Override
  protected RunningTransfers program() {
    return new JsonRunningTransfers(TestHome.in(folder));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(TestHome.in(folder).folder("running").path())) {
      return files.filter(file -> !file.toString().endsWith(".lock")).toList();
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    RunningTransfers one = program();
    one.tell(List.of(running(1, 10)));
    assertThat(files()).hasSize(2);

    one.tell(List.of());

    assertThat(files()).isEmpty();
  }

  @Test
  void whatAKilledProgramHasToldIsRemovedByTheNextThatLooks() throws IOException {
    program().tell(List.of(running(1, 10)));
    Path told =
        files().stream()
            .filter(file -> file.toString().endsWith(".json"))
            .findFirst()
            .orElseThrow();
    // As a killed program leaves it: the files, and no lock.
    String killed = "00000000-0000-4000-8000-000000000001";
    Files.copy(told, told.resolveSibling(killed + ".json"));
    Files.createFile(told.resolveSibling(killed + ".alive"));
    assertThat(files()).hasSize(4);

    assertThat(program().others()).containsExactly(running(1, 10));

    assertThat(files()).hasSize(2).noneMatch(file -> file.toString().contains(killed));
  }

  @Test
  void whatCantBeReadIsLeftOut() throws IOException {
    program().tell(List.of(running(1, 10)));
    for (Path file : files()) {
      if (file.toString().endsWith(".json")) {
        Files.writeString(file, "{");
      }
    }

    assertThat(program().others()).isEmpty();
  }
}
