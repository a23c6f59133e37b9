package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final SitePlace PLACE = new SitePlace("one", InetAddress.ofLiteral("192.0.2.1"));
  private static final SitePlace OTHER = new SitePlace("two", InetAddress.ofLiteral("192.0.2.2"));

  private final OpeningTimes times = new OpeningTimes();

  @Test
  void areLimitedPerMinuteAndPlace() {
    for (int i = 0; i < OpeningTimes.MOST_PER_MINUTE; i++) {
      assertThat(times.mayOpen(PLACE, i)).isTrue();
    }
    assertThat(times.mayOpen(PLACE, MINUTE - 1)).isFalse();
    assertThat(times.mayOpen(OTHER, MINUTE - 1)).isTrue();
    assertThat(times.mayOpen(PLACE, MINUTE)).isTrue();
    assertThat(times.mayOpen(PLACE, MINUTE)).isFalse();
  }
}
