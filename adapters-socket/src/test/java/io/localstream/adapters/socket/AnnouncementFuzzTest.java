package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.contract.VectorFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can announce anything. */
class AnnouncementFuzzTest {
  private static final Endpoint PLACE = Endpoint.of("192.168.1.9", 8080);

  static List<byte[]> seeds() {
    return VectorFile.in(AnnouncementFuzzTest.class, "announcement").stream()
        .map(VectorFile::hex)
        .toList();
  }

  @MethodSource("seeds")
  @FuzzTest
  void hearsADeviceOrNothing(byte[] record) {
    Optional<Announcement> heard = AnnouncementText.read(record, PLACE);
    heard.ifPresent(told -> {
      assertThat(told.endpoint()).isEqualTo(PLACE);
      assertThat(told.name().display()).doesNotContain("\u001b", "\n", "\u202e");
      byte[] again = new AnnouncementText("").write(told);
      assertThat(AnnouncementText.read(again, PLACE)).contains(told);
    });
  }
}
