package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user, who may write where something is sent from, gets out of it. */
class SwappedSourceTest {
  private static final int RUNS = 20;
  private static final int FILES = 60;
  private static final String PUBLIC = "public";
  private static final String SECRET = "SECRET";

  @TempDir private Path base;

  @BeforeEach
  void makeFolders() throws IOException {
    fill("sent/base/deep", PUBLIC);
    fill("secret/deep", SECRET);
    Files.createSymbolicLink(base.resolve("secret/own-link"), Path.of("deep"));
    Files.createSymbolicLink(base.resolve("link"), base.resolve("secret"));
  }

  private void fill(String folder, String content) throws IOException {
    Files.createDirectories(base.resolve(folder));
    for (int number = 0; number < FILES; number++) {
      Path file = base.resolve(folder).resolve("file" + number);
      Files.writeString(file, content);
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
    Files.writeString(base.resolve(folder).resolve("only-" + content), content);
  }

  private Exchange swap(String one, String other) throws InterruptedException {
    Optional<Exchange> swap = Exchange.start(base.resolve(one), base.resolve(other));
    assumeTrue(swap.isPresent(), "no renameat2 here");
    return swap.get();
  }

  private OutgoingTree open(String typed) {
    return new DiskOutgoingFiles(base, base).open(List.of(new FileReference(typed)), Selection.ALL);
  }

  private static void assertHoldsNoSecret(OutgoingTree tree) {
    assertThat(tree.manifest().entries())
        .extracting(entry -> entry.path().fileName())
        .doesNotContain("only-" + SECRET, "own-link");
    assertThat(tree.manifest().entries())
        .allSatisfy(entry -> assertThat(entry.sizeBytes()).isIn(0L, (long) PUBLIC.length()));
    for (int pass = 0; pass < 2; pass++) {
      // Whole files, and parts of them, which are read in different ways.
      int step = pass == 0 ? PUBLIC.length() : 2;
      StringBuilder content = new StringBuilder();
      for (long at = 0; at < tree.manifest().totalBytes(); at += step) {
        ByteBuffer buffer = ByteBuffer.allocate(step);
        tree.read(at, buffer);
        content.append(new String(buffer.array(), StandardCharsets.UTF_8));
      }
      assertThat(content).doesNotContain("S", "E", "C", "R", "T");
    }
  }

  @Test
  void sendsNothingOfAnotherFolderInTheMiddleOfTheWay() throws Exception {
    try (Exchange _ = swap("sent/base", "link")) {
      for (int run = 0; run < RUNS; run++) {
        try (OutgoingTree tree = open("sent")) {
          assertHoldsNoSecret(tree);
        }
      }
    }
  }

  @Test
  void sendsNothingOfAnotherFolderAtTheEndOfTheWay() throws Exception {
    Files.delete(base.resolve("link"));
    Files.createSymbolicLink(base.resolve("link"), base.resolve("secret/deep"));
    try (Exchange _ = swap("sent/base/deep", "link")) {
      for (int run = 0; run < RUNS; run++) {
        try (OutgoingTree tree = open("sent")) {
          assertHoldsNoSecret(tree);
        }
      }
    }
  }

  @Test
  void sendsNothingOfAnotherFolderInThePlaceOfTheOneThatWasNamed() throws Exception {
    for (int run = 0; run < RUNS; run++) {
      try (OutgoingTree tree = open("sent")) {
        try (Exchange _ = swap("sent", "link")) {
          assertHoldsNoSecret(tree);
        }
      }
      if (Files.isSymbolicLink(base.resolve("sent"))) {
        Files.move(base.resolve("link"), base.resolve("real"));
        Files.move(base.resolve("sent"), base.resolve("link"));
        Files.move(base.resolve("real"), base.resolve("sent"));
      }
    }
  }

  @Test
  void sendsNothingOfAnotherFileInThePlaceOfOneThatWasNamed() throws Exception {
    Files.delete(base.resolve("link"));
    Files.createSymbolicLink(base.resolve("link"), base.resolve("secret/deep/file1"));
    try (OutgoingTree tree = open("sent/base/deep/file1");
        Exchange _ = swap("sent/base/deep/file1", "link")) {
      for (int run = 0; run < RUNS; run++) {
        try {
          assertHoldsNoSecret(tree);
        } catch (LocalStreamException e) {
          assertThat(e).hasMessageContaining("file1");
        }
      }
    }
  }

  @Test
  void sendsALinkAsItIsInTheFolderThatIsOpen() throws Exception {
    Files.createSymbolicLink(base.resolve("sent/base/own"), Path.of("deep"));
    Files.createSymbolicLink(base.resolve("secret/own"), Path.of("word"));
    try (Exchange _ = swap("sent/base", "link")) {
      for (int run = 0; run < RUNS; run++) {
        try (OutgoingTree tree = open("sent")) {
          assertThat(tree.manifest().entries())
              .filteredOn(entry ->
                  entry instanceof ManifestEntry.Link link && link.path().fileName().equals("own"))
              .allMatch(entry -> ((ManifestEntry.Link) entry).target().value().equals("deep"));
        }
      }
    }
  }
}
