package io.localstream.domain.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.7:8080, 192.168.1.7, 8080",
    "laptop.local:1, laptop.local, 1",
    "[::1]:65535, ::1, 65535",
    "[fe80::1%eth0]:8080, fe80::1%eth0, 8080",
    "υπολογιστής:80, υπολογιστής, 80",
  })
  void isReadAsItIsShown(String text, String host, int port) {
    Endpoint endpoint = Endpoint.parse(text);

    assertThat(endpoint).isEqualTo(Endpoint.of(host, port));
    assertThat(endpoint).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":8080",
        "host",
        "host:",
        "host:0",
        "host:-1",
        "host:65536",
        "host:99999999999",
        "host:8080x",
        "host: 8080",
        "host:٨٠",
        "host:+80",
        "::1:8080",
        "[::1]",
        "[]:80",
        "[::1:80",
        "ho st:80",
        "host/path:80",
        "user@host:80",
        "host\u0007:80",
        "host\n:80",
        "host\u202e:80"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 65_536, Integer.MAX_VALUE})
  void refusesPortsThatAreNone(int port) {
    assertThatThrownBy(() -> Endpoint.of("host", port))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasPortZeroWhereAFreeOneIsToBeChosen() {
    assertThat(Endpoint.of("host", 0).port()).isZero();
  }

  @Test
  void refusesAHostThatIsTooLong() {
    assertThatThrownBy(() -> Endpoint.of("x".repeat(254), 80))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
