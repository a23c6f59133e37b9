package io.localstream.domain.port.fake;

import io.localstream.domain.port.SecretStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A {@link SecretStore} that lasts as long as the object. Safe for several threads. */
public final class InMemorySecretStore implements SecretStore {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  private static final int MAX_BYTES = 64 << 10;

  private final Map<String, byte[]> secrets = new HashMap<>();

  @Override
  public synchronized Optional<byte[]> read(String name) {
    return Optional.ofNullable(secrets.get(checked(name))).map(byte[]::clone);
  }

  @Override
  public synchronized byte[] createIfAbsent(String name, byte[] secret) {
    if (secret.length > MAX_BYTES) {
      throw new IllegalArgumentException("a secret has at most " + MAX_BYTES + " bytes");
    }
    return secrets.computeIfAbsent(checked(name), _ -> secret.clone()).clone();
  }

  @Override
  public synchronized void replace(String name, byte[] secret) {
    if (secret.length > MAX_BYTES) {
      throw new IllegalArgumentException("a secret has at most " + MAX_BYTES + " bytes");
    }
    secrets.put(checked(name), secret.clone());
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a secret");
    }
    return name;
  }
}
