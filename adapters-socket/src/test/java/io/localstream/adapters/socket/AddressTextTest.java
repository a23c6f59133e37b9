package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.1.7, 192.168.1.7",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "fe80::1, fe80::1"
  })
  void writesAddressesInTheirOneForm(String address, String text) {
    assertThat(AddressText.host(InetAddress.ofLiteral(address)).value()).isEqualTo(text);
  }

  @Test
  void keepsTheZoneOfALinkLocalAddressOnly() throws Exception {
    byte[] linkLocal = InetAddress.ofLiteral("fe80::1").getAddress();
    byte[] loopback = InetAddress.ofLiteral("::1").getAddress();

    assertThat(AddressText.host(Inet6Address.getByAddress(null, linkLocal, 3)).value())
        .isEqualTo("fe80::1%3");
    assertThat(AddressText.host(Inet6Address.getByAddress(null, loopback, 1)).value())
        .isEqualTo("::1");
  }

  @Test
  void writesTheNumberOfAnInterfaceWhoseNameNoHostCanHave() {
    assertThat(AddressText.zone("%eth0.7", 3)).isEqualTo("%eth0.7");
    assertThat(AddressText.zone("%wg+home", 3)).isEqualTo("%3");
  }
}
