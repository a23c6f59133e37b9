package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.Passphrase;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.PassphraseSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identity whose keys are only names: nothing can be signed or unwrapped with them, and a
 * statement's signature is a digest that anybody could make. Safe for several threads.
 */
public final class InMemoryIdentityVault implements IdentityVault {
  private final AtomicReference<Kept> home;
  private final PassphraseSource passphrases;
  private @Nullable Kept known;

  /** What all processes of a home share. */
  private record Kept(
      LocalIdentity identity, List<Succession> successions, Optional<byte[]> passphrase) {}

  private InMemoryIdentityVault(AtomicReference<Kept> home, PassphraseSource passphrases) {
    this.home = home;
    this.passphrases = passphrases;
  }

  private static InMemoryIdentityVault with(LocalIdentity identity, PassphraseSource passphrases) {
    return new InMemoryIdentityVault(
        new AtomicReference<>(new Kept(identity, List.of(), Optional.empty())), passphrases);
  }

  /** The vault as another process of the same home has it. */
  public InMemoryIdentityVault inAnotherProcess(PassphraseSource source) {
    return new InMemoryIdentityVault(home, source);
  }

  /** The identity of a test's device; the same number gives the same device. */
  public static InMemoryIdentityVault numbered(int device) {
    return numbered(device, new ScriptedPassphraseSource());
  }

  /** As {@link #numbered(int)}, with passphrases from there. */
  public static InMemoryIdentityVault numbered(int device, PassphraseSource passphrases) {
    DeviceId id = new DeviceId(new UUID(0x4000L, 0x8000_0000_0000_0000L | device));
    return with(withKeys(id, "of device " + device), passphrases);
  }

  /** The identity of the same device with other keys, and with nothing to say how that came. */
  public InMemoryIdentityVault withOtherKeys() {
    return with(successor(identity()), passphrases);
  }

  private static LocalIdentity successor(LocalIdentity former) {
    return withKeys(former.id(), "after " + former.fingerprint().hex());
  }

  private static LocalIdentity withKeys(DeviceId id, String name) {
    PublicKey signing = key("signing key " + name);
    PublicKey wrapping = key("wrapping key " + name);
    return new LocalIdentity(id, signing, fingerprint(signing), wrapping);
  }

  /** What a secure channel tells a peer about this device. */
  public PeerCredentials credentials() {
    LocalIdentity own = identity();
    return new PeerCredentials(own.id(), own.signingKey(), own.fingerprint());
  }

  @Override
  public LocalIdentity identity() {
    return known().identity();
  }

  @Override
  public List<Succession> successions() {
    return known().successions();
  }

  private synchronized Kept known() {
    Kept there = known;
    if (there == null) {
      there = unlock();
      known = there;
    }
    return there;
  }

  @Override
  public IdentityProtection protection() {
    return home.get().passphrase().isPresent()
        ? IdentityProtection.PASSPHRASE
        : IdentityProtection.OWNER_ONLY;
  }

  @Override
  public synchronized void protect() {
    Kept kept = unlock();
    try (Passphrase chosen = passphrases.choose().orElseThrow(InMemoryIdentityVault::none)) {
      chosen.requireLongEnough();
      home.set(new Kept(kept.identity(), kept.successions(), Optional.of(chosen.utf8())));
    }
    goOnWith(kept);
  }

  @Override
  public synchronized void unprotect() {
    Kept kept = unlock();
    home.set(new Kept(kept.identity(), kept.successions(), Optional.empty()));
    goOnWith(kept);
  }

  private void goOnWith(Kept kept) {
    if (known == null) {
      known = kept;
    }
  }

  private Kept unlock() {
    Kept kept = home.get();
    for (int attempt = 1; attempt <= PassphraseSource.MAX_ATTEMPTS; attempt++) {
      if (kept.passphrase().isEmpty()) {
        return kept;
      }
      Optional<Passphrase> given = passphrases.unlock(attempt);
      if (given.isEmpty()) {
        break;
      }
      try (Passphrase tried = given.get()) {
        if (Arrays.equals(tried.utf8(), kept.passphrase().get())) {
          return kept;
        }
      }
    }
    throw new LocalStreamException(
        FailureCode.IDENTITY_LOCKED, "nobody gave the passphrase of this device; try again");
  }

  private static LocalStreamException none() {
    return new LocalStreamException(
        FailureCode.INVALID_ARGUMENT, "no passphrase was given; type one");
  }

  @Override
  public synchronized LocalIdentity rotate() {
    Kept kept = unlock();
    LocalIdentity former = kept.identity();
    LocalIdentity now = successor(former);
    Succession statement =
        new Succession(
            now.id(),
            former.signingKey(),
            now.signingKey(),
            now.wrappingKey(),
            sign(now.id(), former.signingKey(), now));
    List<Succession> successions =
        Stream.concat(Stream.of(statement), kept.successions().stream())
            .limit(Succession.MAX_TOLD)
            .toList();
    home.set(new Kept(now, successions, kept.passphrase()));
    known = home.get();
    return now;
  }

  @Override
  public void verify(Succession statement) {
    byte[] expected =
        digest(
            statement.id(), statement.formerKey(), statement.signingKey(), statement.wrappingKey());
    if (!Arrays.equals(expected, statement.signature())) {
      throw new LocalStreamException(
          FailureCode.HANDSHAKE_FAILED, "that key has not signed this; nothing was changed");
    }
  }

  private static byte[] sign(DeviceId id, PublicKey former, LocalIdentity now) {
    return digest(id, former, now.signingKey(), now.wrappingKey());
  }

  private static byte[] digest(DeviceId id, PublicKey... keys) {
    MessageDigest digest = sha256();
    digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
    for (PublicKey key : keys) {
      digest.update(digestOf(key));
    }
    return digest.digest();
  }

  private static byte[] digestOf(PublicKey key) {
    return sha256().digest(key.encoded());
  }

  private static PublicKey key(String name) {
    return new PublicKey(name.getBytes(StandardCharsets.US_ASCII));
  }

  /** The fingerprint of a key. */
  public static Fingerprint fingerprint(PublicKey key) {
    return Fingerprint.of(digestOf(key));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
