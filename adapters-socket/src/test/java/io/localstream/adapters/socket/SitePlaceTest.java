package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.HostAddress;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitePlaceTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 0.0.0.0, true",
    "192.0.2.1, ::, true",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "192.0.2.1, 127.0.0.1, false",
    "2001:db8::1, ::, true",
    "2001:db8::1, 0.0.0.0, false",
    "2001:db8::1, ::1, false"
  })
  void reachesWhoeverListensThere(String address, String listening, boolean reaches) {
    SitePlace place = new SitePlace("wire", InetAddress.ofLiteral(address));

    assertThat(place.reaches(new HostAddress(listening))).isEqualTo(reaches);
  }

  @Test
  void loopbackIsNoPlace() {
    assertThat(SitePlace.all(List.of(new HostAddress("127.0.0.1"), new HostAddress("::1"))))
        .noneMatch(each -> each.address().isLoopbackAddress());
  }
}
