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
  private static final InetAddress SOURCE = ip("192.0.2.9");

  private final HeardServices heard =
      new HeardServices(
          new SitePlace("wire", ip("192.0.2.1")),
          name -> name.startsWith("own"),
          id -> id.equals(SampleDevices.id(9)));

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
    heard.take("desk", SOURCE, 7_101, text(), ip("fe80::9"), ip("2001:db8::9"), ip("192.0.2.9"));

    assertThat(heard.announcements())
        .containsExactly(
            at("192.0.2.9", 7_101), at("fe80::9%wire", 7_101), at("2001:db8::9", 7_101));
  }

  @Test
  void knowsInstancesWhateverTheirCaseUntilTheyAreDropped() {
    heard.take("desk", SOURCE, 7_101, text(), ip("192.0.2.9"));
    heard.take("DESK", SOURCE, 7_102, text(), ip("192.0.2.9"));
    assertThat(heard.announcements()).containsExactly(at("192.0.2.9", 7_102));

    heard.drop("Desk");
    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void hearsNothingOfItsOwn() {
    heard.take("own-1", SOURCE, 7_101, text(), ip("192.0.2.9"));

    assertThat(heard.announcements()).isEmpty();
    assertThat(heard.lacks("own-1")).isFalse();
  }

  @Test
  void leadsNobodyToThisDeviceOrToAll() {
    heard.take(
        "desk",
        SOURCE,
        7_101,
        text(),
        ip("127.0.0.1"),
        ip("::1"),
        ip("0.0.0.0"),
        ip("224.0.0.251"));

    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void dropsWhatMakesNoSense() {
    heard.take("no port", SOURCE, 0, text(), ip("192.0.2.9"));
    heard.take("no text", SOURCE, 7_101, new byte[] {0}, ip("192.0.2.9"));
    heard.take("long text", SOURCE, 7_101, new byte[] {(byte) 255, 'v', '='}, ip("192.0.2.9"));

    assertThat(heard.announcements()).isEmpty();
  }

  @Test
  void keepsOnlySoManyAddressesOfAnInstance() {
    InetAddress[] many =
        IntStream.range(1, 100)
            .mapToObj(number -> ip("192.0.2." + number))
            .toArray(InetAddress[]::new);
    heard.take("many", SOURCE, 7_101, text(), many);

    assertThat(heard.announcements()).hasSize(HeardServices.MAX_ADDRESSES);
  }

  private static byte[] text(int device) {
    return new AnnouncementText("")
        .write(
            new Announcement(
                SampleDevices.id(device),
                new DeviceName("device " + device),
                new Endpoint(new HostAddress("192.0.2.9"), 1),
                Optional.empty()));
  }

  /** As many instances as that address wants, of other devices each. */
  private void flood(InetAddress source, int instances) {
    for (int number = 100; number < 100 + instances; number++) {
      heard.take(source + " " + number, source, number, text(number), source);
    }
  }

  @Test
  void noAddressHoldsMoreThanAShare() {
    flood(ip("192.0.2.66"), 300);
    assertThat(heard.announcements()).hasSize(HeardServices.SHARE);

    heard.take("honest", ip("192.0.2.10"), 7_102, text(2), ip("192.0.2.10"));

    assertThat(heard.announcements())
        .hasSize(HeardServices.SHARE + 1)
        .extracting(Announcement::id)
        .contains(SampleDevices.id(2));
  }

  @Test
  void whatIsHeardOfOneAddressIsNotSoughtBehindAllOfAnother() {
    flood(ip("192.0.2.66"), 300);
    heard.take("honest", ip("192.0.2.10"), 7_102, text(2), ip("192.0.2.10"));

    assertThat(heard.announcements().subList(0, 2))
        .extracting(Announcement::id)
        .contains(SampleDevices.id(2));
  }

  @Test
  void aShareHoldsWhatItsAddressHasSaidLast() {
    flood(ip("192.0.2.66"), 300);

    assertThat(heard.announcements())
        .extracting(Announcement::id)
        .contains(SampleDevices.id(399))
        .doesNotContain(SampleDevices.id(100));
  }

  @Test
  void manyAddressesCannotPushOutWhoIsWaitedFor() {
    heard.take("honest", ip("192.0.2.10"), 7_102, text(9), ip("192.0.2.10"));
    for (int host = 20; host < 250; host++) {
      flood(ip("192.0.2." + host), 3);
    }
    List<Announcement> all = heard.announcements();

    assertThat(all).hasSize(Lookout.MAX_HEARD + 1);
    assertThat(all.getFirst().id()).isEqualTo(SampleDevices.id(9));
  }

  @Test
  void whoIsWaitedForHasRoomWhereAllIsTaken() {
    for (int host = 20; host < 250; host++) {
      flood(ip("192.0.2." + host), 3);
    }
    heard.take("honest", ip("192.0.2.10"), 7_102, text(9), ip("192.0.2.10"));

    assertThat(heard.announcements().getFirst().endpoint())
        .isEqualTo(new Endpoint(new HostAddress("192.0.2.10"), 7_102));
  }

  @Test
  void whoClaimsToBeWhoIsWaitedForHasAShareOfThatRoom() {
    heard.take("honest", ip("192.0.2.10"), 7_102, text(9), ip("192.0.2.10"));
    for (int port = 1; port < 300; port++) {
      heard.take("forged " + port, ip("192.0.2.66"), port, text(9), ip("192.0.2.66"));
    }

    assertThat(heard.announcements())
        .hasSize(1 + HeardServices.SHARE_OF_DEVICE)
        .first()
        .extracting(Announcement::endpoint)
        .isEqualTo(new Endpoint(new HostAddress("192.0.2.10"), 7_102));
  }

  @Test
  void theNewestComesInWhereAllAddressesHaveTheSame() {
    for (int host = 0; host < 2 * Lookout.MAX_HEARD; host++) {
      flood(ip("10.0." + host / 200 + "." + (1 + host % 200)), 1);
    }
    heard.take("honest", ip("192.0.2.10"), 7_102, text(2), ip("192.0.2.10"));

    assertThat(heard.announcements())
        .hasSize(Lookout.MAX_HEARD)
        .extracting(Announcement::id)
        .contains(SampleDevices.id(2));
  }
}
