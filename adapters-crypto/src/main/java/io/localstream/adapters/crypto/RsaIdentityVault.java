package io.localstream.adapters.crypto;

import static io.localstream.domain.device.IdentityProtection.NONE_YET;
import static io.localstream.domain.device.IdentityProtection.OWNER_ONLY;
import static io.localstream.domain.device.IdentityProtection.PASSPHRASE;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.SecretStore;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two RSA-3072 key pairs and a certificate, kept as one secret, so that nobody ever sees half an
 * identity; {@link IdentityDocument} says in which form. Opened once, when it is first needed, and
 * asked for whenever keys are, so that new keys are used as soon as they are there. Safe for
 * several threads and processes.
 */
public final class RsaIdentityVault implements IdentityVault {
  private final KeptIdentity kept;
  private final IdentifierSource identifiers;
  private final InstantSource clock;
  private final PassphraseSource passphrases;
  private final Supplier<KeyPair> pairs;
  private @Nullable Known known;

  /** What this process goes on with, whatever another one does to the kept identity. */
  private record Known(IdentityKeys keys, List<Succession> successions) {}

  /**
   * Makes a vault; nothing is read yet.
   *
   * @param secrets where the secret {@code identity.pem} is kept
   * @param identifiers source of the new device's identifier
   * @param clock source of the date in a new certificate
   * @param passphrases asked where the identity is, or is to be, protected by one
   */
  public RsaIdentityVault(
      SecretStore secrets,
      IdentifierSource identifiers,
      InstantSource clock,
      PassphraseSource passphrases) {
    this(secrets, identifiers, clock, passphrases, RsaKeys::generate);
  }

  RsaIdentityVault(
      SecretStore secrets,
      IdentifierSource identifiers,
      InstantSource clock,
      PassphraseSource passphrases,
      Supplier<KeyPair> pairs) {
    this.kept = new KeptIdentity(secrets);
    this.identifiers = identifiers;
    this.clock = clock;
    this.passphrases = passphrases;
    this.pairs = pairs;
  }

  @Override
  public LocalIdentity identity() {
    return keys().identity();
  }

  /** The identity with its secrets, for this package only. */
  IdentityKeys keys() {
    return known().keys();
  }

  @Override
  public List<Succession> successions() {
    return known().successions();
  }

  private synchronized Known known() {
    Known there = known;
    if (there == null) {
      IdentityDocument document = document();
      try (OpenedIdentity opened = kept.open(document, passphrases)) {
        there = new Known(opened.keys(), document.successions());
      }
      known = there;
    }
    return there;
  }

  private IdentityDocument document() {
    return kept.read().orElseGet(this::create);
  }

  private IdentityDocument create() {
    return kept.createIfAbsent(
        IdentityDocument.plain(generate(new DeviceId(identifiers.newId())), List.of()));
  }

  private IdentityKeys generate(DeviceId id) {
    return IdentityKeys.generate(id, identifiers.newId(), clock.instant(), pairs);
  }

  @Override
  public synchronized IdentityProtection protection() {
    return kept.read()
        .map(document -> document.isLocked() ? PASSPHRASE : OWNER_ONLY)
        .orElse(NONE_YET);
  }

  @Override
  public synchronized void protect() {
    IdentityDocument before = document();
    try (OpenedIdentity opened = kept.open(before, passphrases);
        Passphrase chosen = passphrases.choose().orElseThrow(RsaIdentityVault::noneChosen)) {
      chosen.requireLongEnough();
      kept.replace(before, IdentityDocument.locked(opened.keys(), before.successions(), chosen));
      goOnWith(opened.keys(), before);
    }
  }

  private static LocalStreamException noneChosen() {
    return new LocalStreamException(
        FailureCode.INVALID_ARGUMENT,
        "no passphrase was given, so nothing was changed; try again with one");
  }

  @Override
  public synchronized void unprotect() {
    kept.read()
        .filter(IdentityDocument::isLocked)
        .ifPresent(before -> {
          try (OpenedIdentity opened = kept.open(before, passphrases)) {
            kept.replace(before, IdentityDocument.plain(opened.keys(), before.successions()));
            goOnWith(opened.keys(), before);
          }
        });
  }

  /** Spares the next question, unless this process has keys already. */
  private void goOnWith(IdentityKeys keys, IdentityDocument document) {
    if (known == null) {
      known = new Known(keys, document.successions());
    }
  }

  @Override
  public synchronized LocalIdentity rotate() {
    IdentityDocument before = document();
    try (OpenedIdentity opened = kept.open(before, passphrases)) {
      IdentityKeys fresh = generate(before.certificate().id());
      Succession statement = SuccessionStatement.sign(opened.keys(), fresh.identity());
      IdentityDocument now =
          opened.keep(
              fresh, Stream.concat(Stream.of(statement), before.successions().stream()).toList());
      kept.replace(before, now);
      known = new Known(fresh, now.successions());
      return fresh.identity();
    }
  }

  @Override
  public void verify(Succession statement) {
    try {
      SuccessionStatement.verify(statement);
    } catch (GeneralSecurityException e) {
      throw new LocalStreamException(
          FailureCode.HANDSHAKE_FAILED,
          "the device's new keys are not confirmed by its former key; trust it anew only after"
              + " comparing fingerprints",
          e);
    }
  }
}
