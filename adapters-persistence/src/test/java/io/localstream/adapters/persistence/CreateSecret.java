package io.localstream.adapters.persistence;

import java.nio.file.Path;
import java.util.Arrays;

/** A process that creates a secret; its exit status is the first byte of the one that is stored. */
final class CreateSecret {
  private CreateSecret() {}

  public static void main(String[] arguments) {
    byte[] secret = new byte[4_096];
    Arrays.fill(secret, Byte.parseByte(arguments[1]));
    byte[] stored =
        new OwnerOnlySecretStore(TestHome.in(Path.of(arguments[0])))
            .createIfAbsent("shared", secret);
    System.exit(stored[0]);
  }
}
