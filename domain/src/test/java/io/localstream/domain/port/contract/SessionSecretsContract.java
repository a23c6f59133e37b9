package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.fake.InMemoryChannelSecurity;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.PipedLinks;
import io.localstream.domain.session.SealedSecret;
import io.localstream.domain.session.SessionClaim;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link SessionSecrets} promises. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class SessionSecretsContract {
  private static final Duration LONG = Duration.ofSeconds(30);

  private SessionSecrets dialler;
  private SessionSecrets listener;
  private Ends earlier;
  private Ends now;

  /** The subject of one device; another object each time, if it can. */
  protected abstract SessionSecrets ofOneDevice();

  /** The subject of another device. */
  protected abstract SessionSecrets ofAnotherDevice();

  @BeforeEach
  final void openChannels() throws Exception {
    dialler = ofOneDevice();
    listener = ofAnotherDevice();
    earlier = connect();
    now = connect();
  }

  @Test
  void provesASessionInANewChannel() {
    SealedSecret diallers = dialler.keep(earlier.dialled);
    SealedSecret listeners = listener.keep(earlier.accepted);

    SessionClaim claim = ofOneDevice().claim(diallers, now.dialled);

    assertThat(ofAnotherDevice().isProved(claim, listeners, now.accepted)).isTrue();
  }

  @Test
  void keepsASecretAsOftenAsItIsAsked() {
    SealedSecret one = dialler.keep(earlier.dialled);
    SealedSecret other = dialler.keep(earlier.dialled);

    assertThat(dialler.claim(one, now.dialled)).isEqualTo(dialler.claim(other, now.dialled));
  }

  @Test
  void refusesAClaimOfAnotherSession() throws Exception {
    SessionClaim claim = dialler.claim(dialler.keep(connect().dialled), now.dialled);

    assertThat(listener.isProved(claim, listener.keep(earlier.accepted), now.accepted)).isFalse();
  }

  @Test
  void refusesAClaimThatWasMadeForAnotherChannel() throws Exception {
    SessionClaim claim = dialler.claim(dialler.keep(earlier.dialled), connect().dialled);

    assertThat(listener.isProved(claim, listener.keep(earlier.accepted), now.accepted)).isFalse();
  }

  @Test
  void refusesAClaimWithAnyBitChanged() {
    byte[] proof = dialler.claim(dialler.keep(earlier.dialled), now.dialled).proof();
    SealedSecret secret = listener.keep(earlier.accepted);

    for (int i = 0; i < proof.length; i++) {
      byte[] changed = proof.clone();
      changed[i] ^= 1;
      assertThat(listener.isProved(new SessionClaim(changed), secret, now.accepted)).isFalse();
    }
  }

  @Test
  void opensASecretOfThisDeviceAlone() {
    SealedSecret diallers = dialler.keep(earlier.dialled);

    assertUnusable(listener, diallers);
  }

  @Test
  void refusesASecretThatIsDamaged() {
    byte[] sealed = dialler.keep(earlier.dialled).sealed();

    IntStream.of(0, sealed.length / 2, sealed.length - 1)
        .forEach(at -> {
          byte[] damaged = sealed.clone();
          damaged[at] ^= 1;
          assertUnusable(dialler, new SealedSecret(damaged));
        });
    assertUnusable(dialler, new SealedSecret(new byte[1]));
    assertUnusable(dialler, new SealedSecret(Arrays.copyOf(sealed, sealed.length - 1)));
    assertUnusable(dialler, new SealedSecret(Arrays.copyOf(sealed, sealed.length + 1)));
  }

  private void assertUnusable(SessionSecrets secrets, SealedSecret secret) {
    assertFails(FailureCode.STORE_DAMAGED, () -> secrets.claim(secret, now.dialled));
    SessionClaim any = new SessionClaim(new byte[SessionClaim.BYTES]);
    assertThat(secrets.isProved(any, secret, now.dialled)).isFalse();
  }

  private record Ends(SecureChannel dialled, SecureChannel accepted) {}

  private static Ends connect() throws Exception {
    PipedLinks links = PipedLinks.connected();
    Future<SecureChannel> accepted =
        Failures.inBackground(() -> security(2).respond(links.second(), LONG));
    return new Ends(security(1).initiate(links.first(), LONG), accepted.get());
  }

  private static InMemoryChannelSecurity security(int device) {
    return new InMemoryChannelSecurity(InMemoryIdentityVault.numbered(device).credentials());
  }
}
