package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.port.contract.SampleDevices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Announces, hears, and closes nothing. */
final class ForgetfulProgram {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private ForgetfulProgram() {}

  /** Prints what it heard, if that is nothing. */
  public static void main(String... arguments) throws InterruptedException {
    new DnsSdDiscovery()
        .announce(
            new Announcement(
                SampleDevices.id(1),
                new DeviceName("one"),
                new Endpoint(new HostAddress("0.0.0.0"), 7_100),
                Optional.empty()));
    if (new DnsSdDiscovery().watch().awaitOther(List.of(), PATIENCE).isEmpty()) {
      System.out.println("nothing heard");
    }
  }
}
