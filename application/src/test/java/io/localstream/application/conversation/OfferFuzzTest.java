package io.localstream.application.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever messages come, in whatever order, an offer is whole and can be, or is refused. */
class OfferFuzzTest {
  private static final Instant TIME = Instant.EPOCH;

  /**
   * A line is an entry: {@code f} and eight digits of a size, {@code d}, or {@code l}, and a path;
   * {@code |} and a target; or {@code o} and a number, which begins an offer. A blank line ends a
   * message, and {@code x} one of another transfer.
   */
  static Stream<byte[]> seeds() {
    return Stream.of(
            "o1\nf00000001a",
            "o2\nf00000001a\n\nf00000002b",
            "o3\nda\nf00000001a/b\nla/c|b",
            "o2\nf00000001a\nf00000001A",
            "o2\nf00000001a\nf00000001a/b",
            "o1\no1",
            "f00000001a",
            "o1\nf00000001a\nf00000001b",
            "o2\nla|..\nf00000001a/b",
            "o1\nf00000001a\n\no1\ndb",
            "o2\nf99999999a\nf99999999b",
            "o1\nx\nf00000001a",
            "o2\nf00000001e\u0301\nf00000001\u00e9")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void anOfferIsWholeOrRefused(byte[] script) {
    try {
      new String(script, UTF_8).lines().forEach(new Script()::line);
    } catch (LocalStreamException e) {
      assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION);
      assertThat(e.getMessage()).hasLineCount(1);
    }
  }

  /** A peer's messages, and what was made of them. */
  private static final class Script {
    private final OfferAssembly assembly =
        new OfferAssembly(new OfferSpace(1 << 20), new RecordingLine());
    private final List<ManifestEntry> given = new ArrayList<>();
    private final List<ManifestEntry> message = new ArrayList<>();
    private TransferId transfer = new TransferId(new UUID(1, 2));

    void line(String line) {
      if (line.startsWith("o")) {
        send();
        number(line.substring(1)).ifPresent(this::begin);
      } else if (line.startsWith("x")) {
        transfer = new TransferId(new UUID(3, 4));
      } else if (line.isBlank()) {
        send();
      } else {
        entry(line).ifPresent(message::add);
        if (message.size() > 2) {
          send();
        }
      }
    }

    private void begin(int entries) {
      assembly.begin(
          new ControlMessage.Offer(
              transfer, 1, entries, ChunkSize.DEFAULT, Optional.empty(), false, false));
      given.clear();
    }

    private void send() {
      if (!message.isEmpty()) {
        given.addAll(message);
        Optional<Offer> offer =
            assembly.add(new ControlMessage.Entries(transfer, List.copyOf(message)));
        message.clear();
        offer.ifPresent(this::check);
      }
    }

    private void check(Offer offer) {
      List<ManifestEntry> entries = offer.manifest().entries();
      assertThat(entries).isEqualTo(given);
      assertThat(offer.manifest().totalBytes()).isNotNegative();
      assertThat(offer.plan().count()).isPositive();
      Set<String> keys = new HashSet<>();
      Set<String> noFolders = new HashSet<>();
      for (ManifestEntry entry : entries) {
        assertThat(keys.add(entry.path().value())).isTrue();
        if (!(entry instanceof ManifestEntry.Folder)) {
          noFolders.add(entry.path().value() + "/");
        }
      }
      assertThat(keys).noneMatch(key -> noFolders.stream().anyMatch(key::startsWith));
      given.clear();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<ManifestEntry> entry(String line) {
    try {
      return switch (line.charAt(0)) {
        case 'f' -> Optional.of(file(line));
        case 'd' ->
            Optional.of(new ManifestEntry.Folder(new RelativePath(line.substring(1)), TIME, 0755));
        case 'l' -> Optional.of(link(line.substring(1).split("\\|", 2)));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static ManifestEntry file(String line) {
    // So that a few of them are more than there can be.
    long size = Long.parseLong(line.substring(1, 9)) * 92_233_720_368L;
    return new ManifestEntry.File(new RelativePath(line.substring(9)), size, TIME, 0644);
  }

  private static ManifestEntry link(String[] pathAndTarget) {
    return new ManifestEntry.Link(
        new RelativePath(pathAndTarget[0]), new LinkTarget(pathAndTarget[1]), TIME);
  }
}
