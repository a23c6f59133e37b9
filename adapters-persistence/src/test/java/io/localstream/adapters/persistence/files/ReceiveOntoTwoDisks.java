package io.localstream.adapters.persistence.files;

import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that receives into a folder in which another memory disk is mounted. */
final class ReceiveOntoTwoDisks {
  private ReceiveOntoTwoDisks() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "none", elsewhere.toString())
        .inheritIO()
        .start()
        .waitFor();
    String missing = receive(folder);
    System.out.println(
        "missing %s, there %s, elsewhere %d"
            .formatted(missing, String.join(" ", others(folder)), names(elsewhere).size()));
  }

  private static String receive(Path folder) {
    try (IncomingTree tree = new Inbox(folder).receive(manifest())) {
      // Of what lies elsewhere nothing is wanted.
      Inbox.write(tree, Inbox.SIZE, 2 * Inbox.SIZE);
      return Integer.toString(tree.commit(MissingEntries.none()).missing().size());
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Manifest manifest() {
    return new Manifest(
        List.of(
            new ManifestEntry.Folder(new RelativePath("elsewhere"), SampleDevices.NOW, 0755),
            Inbox.file("elsewhere/a"),
            Inbox.file("other")));
  }

  private static List<String> others(Path folder) throws IOException {
    List<String> names = names(folder);
    names.remove("elsewhere");
    return names;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> there = Files.list(folder)) {
      return there.map(path -> path.getFileName().toString()).collect(Collectors.toList());
    }
  }
}
