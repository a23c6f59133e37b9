package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What happens when the program is about to end. */
class LastWordsTest {
  private final ProgramRig rig = new ProgramRig();

  @Test
  void warningsOfClosingTheDeviceAreTold() {
    rig.factory =
        (_, contacts) ->
            new ScriptedDevice(contacts, Duration.ZERO) {
              @Override
              public void close() {
                contacts
                    .observer()
                    .on(new LocalStreamEvent.Warning("the session could not be kept"));
              }
            };

    assertThat(rig.run("status")).isZero();

    assertThat(rig.err()).singleElement().asString().contains("the session could not be kept");
  }

  @Test
  void thatEverythingClosesIsNot() {
    rig.factory =
        (_, contacts) ->
            new ScriptedDevice(contacts, Duration.ZERO) {
              @Override
              public void close() {
                contacts
                    .observer()
                    .on(
                        new LocalStreamEvent.PeerJoined(
                            Samples.session(
                                "anna", Endpoint.of("192.168.1.9", 7117), Side.DIALLED)));
              }
            };

    assertThat(rig.run("status")).isZero();

    assertThat(rig.err()).isEmpty();
  }
}
