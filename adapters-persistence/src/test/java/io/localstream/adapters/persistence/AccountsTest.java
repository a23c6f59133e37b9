package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final int ANNA = 1000;

  @TempDir private Path folder;

  @BeforeEach
  void writeAccounts() throws IOException {
    Files.writeString(
        folder.resolve("passwd"),
        """
        root:x:0:0:root:/root:/bin/bash
        anna:x:1000:1000::/home/anna:/bin/sh
        bert:x:1001:1001::/home/bert:/bin/sh
        carl:x:1002:100::/home/carl:/bin/sh
        broken line
        """);
    Files.writeString(
        folder.resolve("group"),
        """
        root:x:0:
        users:x:100:
        anna:x:1000:
        bert:x:1001:anna
        both:x:2000:anna,root
        staff:x:50:anna,bert
        +
        """);
  }

  @Test
  void aUserIsAloneInAGroupThatHoldsThisUserAndRootAtMost() {
    Accounts accounts = new Accounts(folder);

    assertThat(accounts.isAlone(ANNA, 1000)).isTrue();
    assertThat(accounts.isAlone(ANNA, 2000)).isTrue();
    assertThat(accounts.isAlone(ANNA, 0)).isTrue();
    assertThat(accounts.isAlone(ANNA, 50)).isFalse();
    assertThat(accounts.isAlone(ANNA, 100)).as("is the first group of another").isFalse();
    assertThat(accounts.isAlone(ANNA, 1001)).isFalse();
  }

  @Test
  void whereSomethingIsNotKnownThereMayBeOthers() {
    assertThat(new Accounts(folder).isAlone(4711, 2000)).isFalse();
    assertThat(new Accounts(folder).isAlone(ANNA, 777)).isFalse();
    assertThat(new Accounts(folder.resolve("none")).isAlone(ANNA, 1000)).isFalse();
  }
}
