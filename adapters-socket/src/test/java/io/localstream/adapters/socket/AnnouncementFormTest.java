package io.localstream.adapters.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.contract.SampleDevices;
import java.net.InetAddress;
import java.util.Optional;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Test;

class AnnouncementFormTest {
  private static final SitePlace ONE = new SitePlace("one", InetAddress.ofLiteral("192.0.2.1"));
  private static final SitePlace OTHER = new SitePlace("other", InetAddress.ofLiteral("192.0.2.2"));

  private final AnnouncementForm form = new AnnouncementForm(new AnnouncementText("anna"));

  private static Announcement named(String name, int port) {
    return new Announcement(
        SampleDevices.id(1),
        new DeviceName(name),
        new Endpoint(new HostAddress("0.0.0.0"), port),
        Optional.of(7));
  }

  @Test
  void namesTellNothingOfPeople() {
    ServiceInfo service = form.service(named("Anna's desk", 7_101), ONE);

    assertThat(service.getName()).matches("localstream-[0-9a-f]{8}-7101-[0-9a-f]{8}-[0-9a-f]{8}");
    assertThat(form.host(ONE)).matches("localstream-[0-9a-f]{8}-[0-9a-f]{8}");
    assertThat(new String(service.getTextBytes(), UTF_8)).contains("code=7").doesNotContain("nna");
  }

  @Test
  void tellsANameWithoutThePersons() {
    ServiceInfo service = form.service(named("desk", 7_101), ONE);

    assertThat(new String(service.getTextBytes(), UTF_8)).contains("name=desk");
  }

  @Test
  void placesDoNotShareNames() {
    Announcement what = named("desk", 7_101);

    assertThat(form.service(what, ONE).getName()).isNotEqualTo(form.service(what, OTHER).getName());
    assertThat(form.host(ONE)).isNotEqualTo(form.host(OTHER));
  }

  @Test
  void knowsItsOwnAlsoUnderAnotherNumber() {
    String name = form.service(named("desk", 7_101), ONE).getName();
    AnnouncementForm another = new AnnouncementForm(new AnnouncementText(""));

    assertThat(form.isOwn(name)).isTrue();
    assertThat(form.isOwn(name + " (2)")).isTrue();
    assertThat(another.isOwn(name)).isFalse();
  }

  @Test
  void onlyAnotherTextNeedsNoNewName() {
    Announcement what = named("desk", 7_101);

    assertThat(form.isSameInstance(what, what.withCode(Optional.empty()), ONE)).isTrue();
    assertThat(form.isSameInstance(what, named("desk", 7_102), ONE)).isFalse();
  }
}
