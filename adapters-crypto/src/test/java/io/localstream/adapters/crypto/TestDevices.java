package io.localstream.adapters.crypto;

import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import java.time.Instant;
import java.time.InstantSource;

/** Devices whose keys are made once for all tests, because that takes a while. */
final class TestDevices {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2030-01-02T03:04:05Z"));
  static final RsaIdentityVault FIRST = device(1);
  static final RsaIdentityVault SECOND = device(2);

  private TestDevices() {}

  private static RsaIdentityVault device(int number) {
    return new RsaIdentityVault(
        new InMemorySecretStore(), new SteppedIdentifierSource(number), CLOCK);
  }
}
