package io.localstream.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferTest {
  private static ManifestEntry file(String path, long sizeBytes) {
    return new ManifestEntry.File(new RelativePath(path), sizeBytes, Instant.EPOCH, 0600);
  }

  private static Offer note(ManifestEntry... entries) {
    return new Offer(
        new TransferId(new UUID(1, 2)),
        1,
        new Manifest(List.of(entries)),
        ChunkSize.DEFAULT,
        Optional.empty(),
        false,
        true);
  }

  @Test
  void ofANoteIsOneShortFile() {
    assertThat(note(file("note.txt", Offer.MAX_NOTE_BYTES)).note()).isTrue();
  }

  @Test
  void isNoNoteWhenItIsLongOrSeveralOrAFolder() {
    assertThatThrownBy(() -> note(file("note.txt", Offer.MAX_NOTE_BYTES + 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> note(file("a", 1), file("b", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> note(new ManifestEntry.Folder(new RelativePath("a"), Instant.EPOCH, 0700)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
