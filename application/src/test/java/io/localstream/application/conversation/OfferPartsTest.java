package io.localstream.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfferPartsTest {
  private static final TransferId ID = new TransferId(new UUID(1, 2));

  private final OfferAssembly assembly =
      new OfferAssembly(new OfferSpace(1 << 20), new RecordingLine());

  private static ManifestEntry file(String path) {
    return new ManifestEntry.File(new RelativePath(path), 1, Instant.EPOCH, 0600);
  }

  private static Offer offer(int files, String prefix) {
    List<ManifestEntry> entries =
        IntStream.range(0, files).mapToObj(number -> file(prefix + number)).toList();
    return new Offer(
        ID,
        1,
        new Manifest(entries),
        ChunkSize.DEFAULT,
        Optional.of(new LaneCount(3)),
        false,
        false);
  }

  private static ControlMessage.Offer beginning(int entries) {
    return new ControlMessage.Offer(
        ID, 1, entries, ChunkSize.DEFAULT, Optional.empty(), false, false);
  }

  private static void assertViolation(ThrowingCallable call) {
    assertThatExceptionOfType(LocalStreamException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.PROTOCOL_VIOLATION));
  }

  private static ControlMessage.Entries entries(ManifestEntry... entries) {
    return new ControlMessage.Entries(ID, List.of(entries));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 512, 513, 20_000})
  void isTheSameOfferOnceItIsPutTogether(int files) {
    Offer offer = offer(files, "album/");
    List<ControlMessage> parts = OfferParts.of(offer);

    assertThat(parts).hasSize(2 + (files - 1) / 512);
    assembly.begin((ControlMessage.Offer) parts.getFirst());
    for (ControlMessage part : parts.subList(1, parts.size() - 1)) {
      assertThat(assembly.add((ControlMessage.Entries) part)).isEmpty();
    }
    assertThat(assembly.add((ControlMessage.Entries) parts.getLast())).contains(offer);
  }

  @Test
  void noPartIsLongHoweverLongTheNamesAre() {
    String deep = ("n".repeat(250) + "/").repeat(60);
    List<ControlMessage> parts = OfferParts.of(offer(100, deep));

    assertThat(parts.subList(1, parts.size()))
        .hasSizeGreaterThan(5)
        .allSatisfy(part ->
            assertThat(((ControlMessage.Entries) part).entries().size() * deep.length())
                .isLessThan(300_000));
  }

  @Test
  void takesOneOfferAfterTheOther() {
    assembly.begin(beginning(1));
    assertThat(assembly.add(entries(file("a")))).isPresent();
    assembly.begin(beginning(1));
    assertThat(assembly.add(entries(file("b")))).isPresent();
  }

  @Test
  void refusesAnOfferWithinAnother() {
    assembly.begin(beginning(2));
    assertViolation(() -> assembly.begin(beginning(2)));
  }

  @Test
  void refusesFilesOfNoOffer() {
    assertViolation(() -> assembly.add(entries(file("a"))));
    assembly.begin(beginning(2));
    assertViolation(() ->
        assembly.add(
            new ControlMessage.Entries(
                new TransferId(new UUID(9, 9)), List.of(file("a"), file("b")))));
  }

  @Test
  void refusesMoreFilesThanWereAnnounced() {
    assembly.begin(beginning(1));
    assertViolation(() -> assembly.add(entries(file("a"), file("b"))));
  }

  @Test
  void refusesAPathThatIsInAnotherPartAlready() {
    assembly.begin(beginning(2));
    assembly.add(entries(file("Readme")));
    assertViolation(() -> assembly.add(entries(file("Readme"))));
  }
}
