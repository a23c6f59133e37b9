package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.contract.VectorFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text records as anybody on the network may announce them. */
class AnnouncementVectorsTest {
  private static final Endpoint PLACE = Endpoint.of("192.168.1.9", 8080);

  static List<VectorFile> files() {
    return VectorFile.in(AnnouncementVectorsTest.class, "announcement");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isHeardAsTheVectorSays(VectorFile file) {
    Optional<Announcement> heard = AnnouncementText.read(file.hex(), PLACE);
    String expected = file.text("expect");
    switch (expected) {
      case "ignored" -> assertThat(heard).isEmpty();
      case "accepted" -> {
        Announcement told =
            new Announcement(
                DeviceId.parse(file.text("id")),
                new DeviceName(file.text("name")),
                PLACE,
                file.take("code").map(Integer::valueOf));
        assertThat(heard).contains(told);
        assertThat(AnnouncementText.read(new AnnouncementText("").write(told), PLACE))
            .contains(told);
      }
      default -> throw new AssertionError(file + " expects what is not understood: " + expected);
    }
    file.requireUnderstood();
  }
}
