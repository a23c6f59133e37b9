package io.localstream.adapters.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A process that creates secrets once it is told to through its standard input, and writes down the
 * first byte of each that is stored.
 */
final class CreateSecrets {
  static final int COUNT = 30;
  static final int BYTES = 4_096;

  private CreateSecrets() {}

  public static void main(String[] arguments) throws IOException {
    OwnerOnlySecretStore store = new OwnerOnlySecretStore(TestHome.in(Path.of(arguments[0])));
    byte[] secret = new byte[BYTES];
    Arrays.fill(secret, Byte.parseByte(arguments[1]));
    System.out.println("ready");
    System.in.read();
    for (int number = 0; number < COUNT; number++) {
      System.out.print(store.createIfAbsent("shared-" + number, secret)[0]);
    }
    System.out.println();
  }
}
