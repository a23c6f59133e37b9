package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.port.Neighbourhood;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Neighbourhood} promises, on any machine that works. */
public abstract class NeighbourhoodContract {
  /** The subject. */
  protected abstract Neighbourhood neighbourhood();

  @Test
  void tellsInterfacesThatHaveAnAddress() {
    assertThat(neighbourhood().interfaces())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.addresses()).isNotEmpty());
  }

  @Test
  void putsTheDefaultRouteFirstAndLoopbackLast() {
    List<Integer> ranks =
        neighbourhood().interfaces().stream().map(NeighbourhoodContract::rank).toList();

    assertThat(ranks).isSorted();
  }

  @Test
  void tellsNoMoreThanOneInterfaceOfTheDefaultRoute() {
    assertThat(neighbourhood().interfaces().stream().filter(LocalInterface::defaultRoute))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void putsIpv4AddressesBeforeIpv6() {
    assertThat(neighbourhood().interfaces())
        .allSatisfy(each ->
            assertThat(each.addresses().stream().map(address -> address.value().contains(":")))
                .isSortedAccordingTo(Boolean::compare));
  }

  @Test
  void tellsNeighboursOrThatThereAreNone() {
    assertThat(neighbourhood().neighbours()).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void tellsOfEachFirewallOnceAndWhatToType() {
    assertThat(neighbourhood().firewalls())
        .doesNotContainNull()
        .allSatisfy(each -> {
          assertThat(each.name()).isNotBlank();
          assertThat(each.openPort()).isNotBlank().hasLineCount(1);
          assertThat(each.openDiscovery()).isNotBlank().hasLineCount(1);
        })
        .extracting(Firewall::name)
        .doesNotHaveDuplicates();
  }

  private static int rank(LocalInterface each) {
    if (each.loopback()) {
      return 2;
    }
    return each.defaultRoute() ? 0 : 1;
  }
}
