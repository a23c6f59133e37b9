package io.localstream.adapters.persistence;

import io.localstream.domain.port.SecretStore;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets as files in the home's folder {@code secrets}, readable for their owner only from the
 * moment at which they are created. A secret appears complete or not at all. Safe for several
 * threads and processes.
 */
public final class OwnerOnlySecretStore implements SecretStore {
  private static final int MAX_BYTES = 64 << 10;

  /** Begins with a letter or digit, so that no secret is called like a lock or a folder above. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

  private final LocalStreamHome home;

  public OwnerOnlySecretStore(LocalStreamHome home) {
    this.home = home;
  }

  @Override
  public Optional<byte[]> read(String name) {
    requireName(name);
    return Uninterrupted.call(() -> home.secret(name).read(MAX_BYTES));
  }

  @Override
  public byte[] createIfAbsent(String name, byte[] secret) {
    requireName(name);
    requireSize(secret);
    return Uninterrupted.call(() -> {
      StoredFile file = home.secret(name);
      return file.read(MAX_BYTES)
          .orElseGet(() -> file.exclusively(() -> createUnlessThere(file, secret)));
    });
  }

  @Override
  public void replace(String name, byte[] secret) {
    requireName(name);
    requireSize(secret);
    Uninterrupted.call(() -> {
      StoredFile file = home.secret(name);
      return file.exclusively(() -> {
        file.replace(secret);
        return secret;
      });
    });
  }

  private static void requireSize(byte[] secret) {
    if (secret.length > MAX_BYTES) {
      throw new IllegalArgumentException("a secret has at most " + MAX_BYTES + " bytes");
    }
  }

  private static byte[] createUnlessThere(StoredFile file, byte[] secret) {
    return file.read(MAX_BYTES)
        .orElseGet(() -> {
          file.replace(secret);
          return secret.clone();
        });
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a secret");
    }
  }
}
