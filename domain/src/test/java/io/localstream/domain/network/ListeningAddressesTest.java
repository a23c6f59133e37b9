package io.localstream.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListeningAddressesTest {
  private static LocalInterface one(String name, boolean virtual, String... addresses) {
    return new LocalInterface(
        name,
        name.equals("lo"),
        virtual,
        false,
        Optional.empty(),
        Stream.of(addresses).map(HostAddress::new).toList());
  }

  private static LocalInterface wire(String name, String... addresses) {
    return one(name, false, addresses);
  }

  private static LocalInterface bridge(String... addresses) {
    return one("docker0", true, addresses);
  }

  private static final LocalInterface LO = wire("lo", "127.0.0.1", "::1");

  private static List<String> listens(LocalInterface... interfaces) {
    return ListeningAddresses.of(List.of(interfaces)).stream().map(HostAddress::value).toList();
  }

  @Test
  void areNotThoseOfABridgeThatIsNamedFirst() {
    assertThat(
            listens(
                bridge("172.17.0.1", "fe80::1%docker0"), wire("va", "10.77.0.1", "fe80::2%va"), LO))
        .containsExactly("10.77.0.1");
  }

  @Test
  void areAllPrivateOnesOfAllNetworks() {
    assertThat(
            listens(
                wire("eth0", "192.168.1.7", "fd12:3456::7", "2001:db8::7", "fe80::7%eth0"),
                wire("wlan0", "172.20.10.2"),
                wire("eth1", "100.64.3.1", "203.0.113.9"),
                LO))
        .containsExactly("192.168.1.7", "fd12:3456::7", "172.20.10.2", "100.64.3.1");
  }

  @Test
  void areTheFirstPublicOneWhereNoneIsPrivate() {
    assertThat(
            listens(
                wire("eth0", "203.0.113.9", "2001:db8::7", "fe80::7%eth0"),
                wire("eth1", "172.32.0.1"),
                bridge("172.17.0.1"),
                LO))
        .containsExactly("203.0.113.9");
  }

  @Test
  void areThoseOfOneLinkAndOfBridgesWhereThereIsNothingElse() {
    assertThat(
            listens(
                bridge("172.17.0.1", "fe80::1%docker0"),
                wire("va", "169.254.3.4", "fe80::2%va"),
                LO))
        .containsExactly("169.254.3.4", "fe80::2%va", "172.17.0.1");
  }

  @Test
  void areThoseOfOneLinkOfABridgeBeforeLoopback() {
    assertThat(listens(bridge("fe80::1%docker0"), LO)).containsExactly("fe80::1%docker0");
  }

  @Test
  void areLoopbackWhereThereIsNoNetwork() {
    assertThat(listens(LO)).containsExactly("127.0.0.1");
    assertThat(listens()).containsExactly("127.0.0.1");
  }

  @Test
  void areNotWithoutEnd() {
    String[] many =
        Stream.iterate(1, number -> number + 1)
            .limit(200)
            .map(number -> "10.0.0." + number)
            .toArray(String[]::new);
    assertThat(listens(wire("eth0", many))).hasSize(16);
  }
}
