package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.adapters.cli.Samples;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.network.Endpoint;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is told of codes, keys and peers that are away. */
class EventTextTest {
  private static final Endpoint REMOTE = Endpoint.of("192.168.1.66", 50_666);

  @Test
  void tellsHowManyGuessesAreLeft() {
    assertThat(of(new LocalStreamEvent.CodeTried(REMOTE, 7, OptionalInt.of(2))))
        .isEqualTo(
            "wrong code: code 7 is not the same here and at 192.168.1.66:50666; 2 tries left");
    assertThat(of(new LocalStreamEvent.CodeTried(REMOTE, 7, OptionalInt.of(1))))
        .endsWith("; 1 try left");
    assertThat(of(new LocalStreamEvent.CodeTried(REMOTE, 7, OptionalInt.of(0))))
        .endsWith("; it is burnt now");
  }

  @Test
  void doesNotCountWhereTheCodeWasTyped() {
    assertThat(of(new LocalStreamEvent.CodeTried(REMOTE, 7, OptionalInt.empty())))
        .isEqualTo("wrong code: code 7 is not the same here and at 192.168.1.66:50666");
  }

  @Test
  void tellsWhoWasPairedWith() {
    assertThat(of(new LocalStreamEvent.Paired(Samples.device("anna"), false)))
        .contains("paired with anna, fingerprint fedc ba98 7654 3210 ...: for this once");
    assertThat(of(new LocalStreamEvent.Paired(Samples.device("an\u202ena"), true)))
        .isEqualTo(
            "paired with an\\u202ena, fingerprint fedc ba98 7654 3210 ...: known from now on");
  }

  @Test
  void tellsBothKeysOfARotation() {
    assertThat(of(new LocalStreamEvent.KeysReplaced(Samples.device("anna"), Samples.OWN, true)))
        .contains("anna has new keys", "signed", Samples.OWN.display(), Samples.OTHER.display());
    assertThat(of(new LocalStreamEvent.KeysReplaced(Samples.device("anna"), Samples.OWN, false)))
        .contains("anna has the new keys", "accepted", Samples.OTHER.display())
        .doesNotContain("signed");
  }

  @Test
  void tellsWhenAPeerIsTriedAgain() {
    assertThat(
            of(
                new LocalStreamEvent.PeerAway(
                    new DeviceName("anna"), REMOTE, Duration.ofSeconds(4), "nobody\u001b there")))
        .isEqualTo("anna at 192.168.1.66:50666 is away, tried again in 4.0 s: nobody\\u001b there");
  }

  private static String of(LocalStreamEvent event) {
    return EventText.of(event).orElseThrow();
  }
}
