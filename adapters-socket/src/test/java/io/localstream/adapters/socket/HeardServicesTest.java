package io.localstream.adapters.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.contract.SampleDevices;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeardServicesTest {
  private final HeardServices heard =
      new HeardServices(new SitePlace("wire", ip("192.0.2.1")), name -> name.startsWith("own"));

  private static InetAddress ip(String address) {
    return InetAddress.ofLiteral(address);
  }

  private static Announcement at(String host, int port) {
    return new Announcement(
        SampleDevices.id(1),
        new DeviceName("desk"),
        new Endpoint(new HostAddress(host), port),
        Optional.of(7));
  }

  private static byte[] text() {
    return new AnnouncementText("").write(at("192.0.2.9", 7_101));
  }

  @Test
  void tellsEachAddressWithIpv4First() {
    heard.take("desk", 7_101, text(), ip("fe80::9"), ip("2001:db8::9"), ip("192.0.2.9"));

    assertThat(heard.announcements())
        .containsExactly(
            at("192.0.2.9", 7_101), at("fe80::9%wire", 7_101), at("2001:db8::9", 7_101));
  }

  @Test
  void knowsInstancesWhateverTheirCaseUntilTheyAreDropped() {
    heard.take("desk", 7_101, text(), ip("192.0.2.9"));
    heard.take("DESK", 7_102, text(), ip("192.0.2.9"));
    assertThat(heard.announcements()).containsExactly(at("192.0.2.9", 7_102));

    heard.drop("Desk");
    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void hearsNothingOfItsOwn() {
    heard.take("own-1", 7_101, text(), ip("192.0.2.9"));

    assertThat(heard.announcements()).isEmpty();
    assertThat(heard.lacks("own-1")).isFalse();
  }

  @Test
  void leadsNobodyToThisDeviceOrToAll() {
    heard.take("desk", 7_101, text(), ip("127.0.0.1"), ip("::1"), ip("0.0.0.0"), ip("224.0.0.251"));

    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void dropsWhatMakesNoSense() {
    heard.take("no port", 0, text(), ip("192.0.2.9"));
    heard.take("no text", 7_101, new byte[] {0}, ip("192.0.2.9"));
    heard.take("long text", 7_101, new byte[] {(byte) 255, 'v', '='}, ip("192.0.2.9"));

    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void keepsOnlySoManyInstancesAndAddresses() {
    InetAddress[] many =
        IntStream.range(1, 100)
            .mapToObj(number -> ip("192.0.2." + number))
            .toArray(InetAddress[]::new);
    heard.take("many", 7_101, text(), many);
    assertThat(heard.announcements()).hasSize(HeardServices.MAX_ADDRESSES);

    IntStream.range(1, Lookout.MAX_HEARD)
        .forEach(number -> heard.take("desk " + number, 7_101, text(), ip("192.0.2.9")));
    List<Announcement> full = heard.announcements();
    heard.take("one more", 7_102, text(), ip("192.0.2.10"));

    assertThat(heard.announcements()).isEqualTo(full);
    assertThat(heard.lacks("one more")).isFalse();
  }
}
