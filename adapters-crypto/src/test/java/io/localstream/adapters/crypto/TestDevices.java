package io.localstream.adapters.crypto;

import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Devices whose keys are made once for all tests, because that takes a while. */
final class TestDevices {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2030-01-02T03:04:05Z"));
  static final RsaIdentityVault FIRST = device(1);
  static final RsaIdentityVault SECOND = device(2);

  private static final int STOCK_SIZE = 12;
  private static final Deque<KeyPair> STOCK = new ArrayDeque<>();

  private TestDevices() {}

  private static RsaIdentityVault device(int number) {
    return new RsaIdentityVault(
        new InMemorySecretStore(),
        new SteppedIdentifierSource(number),
        CLOCK,
        new ScriptedPassphraseSource());
  }

  /** A vault with those keys in a home of its own, so that they can be replaced. */
  static RsaIdentityVault copyOf(RsaIdentityVault vault) {
    InMemorySecretStore home = new InMemorySecretStore();
    home.createIfAbsent("identity.pem", IdentityDocument.plain(vault.keys(), List.of()).toPem());
    return new RsaIdentityVault(
        home,
        new SteppedIdentifierSource(),
        CLOCK,
        new ScriptedPassphraseSource(),
        TestDevices::nextPair);
  }

  /** The pairs of a small stock in turn; none comes again within six identities. */
  static synchronized KeyPair nextPair() {
    if (STOCK.size() < STOCK_SIZE) {
      STOCK.addLast(RsaKeys.generate());
    } else {
      STOCK.addLast(STOCK.removeFirst());
    }
    return STOCK.getLast();
  }
}
