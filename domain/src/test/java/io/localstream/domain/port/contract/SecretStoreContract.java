package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.localstream.domain.port.SecretStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link SecretStore} promises. */
public abstract class SecretStoreContract {
  private static final String NAME = "identity.signing-key";

  private SecretStore store;

  /** A store on one place that is empty when a test begins; another object each time, if it can. */
  protected abstract SecretStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @Test
  void hasNothingAtFirst() {
    assertThat(store.read(NAME)).isEmpty();
  }

  @Test
  void keepsASecretByteForByte() {
    byte[] secret = {0, -1, 10, 13, 127, -128};

    assertThat(store.createIfAbsent(NAME, secret)).containsExactly(secret);

    assertThat(open().read(NAME)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(secret));
    assertThat(store.read("another")).isEmpty();
  }

  @Test
  void keepsTheFirstSecretOfAName() {
    store.createIfAbsent(NAME, new byte[] {1});

    assertThat(open().createIfAbsent(NAME, new byte[] {2})).containsExactly(1);

    assertThat(store.read(NAME)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1));
  }

  @Test
  void keepsSecretsOfUpTo64KiB() {
    byte[] secret = new byte[64 << 10];
    secret[secret.length - 1] = 1;

    store.createIfAbsent(NAME, secret);

    assertThat(open().read(NAME)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(secret));
    assertThatThrownBy(() -> store.createIfAbsent("larger", new byte[(64 << 10) + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesOutACopyThatTheCallerMayWipe() {
    byte[] given = {1, 2};
    byte[] stored = store.createIfAbsent(NAME, given);

    given[0] = 0;
    stored[0] = 0;
    store.read(NAME).orElseThrow()[0] = 0;

    assertThat(store.read(NAME)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1, 2));
  }

  @Test
  void replacesASecret() {
    store.createIfAbsent(NAME, new byte[] {1, 2, 3});

    open().replace(NAME, new byte[] {4});

    assertThat(store.read(NAME)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(4));
    assertThat(store.createIfAbsent(NAME, new byte[] {5})).containsExactly(4);
  }

  @Test
  void storesASecretThatReplacesNone() {
    store.replace(NAME, new byte[] {1});

    assertThat(open().read(NAME)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1));
    assertThat(store.read("another")).isEmpty();
  }

  @Test
  void replacesWithUpTo64KiB() {
    byte[] secret = new byte[64 << 10];
    secret[secret.length - 1] = 1;
    store.createIfAbsent(NAME, new byte[] {1});

    store.replace(NAME, secret);
    assertThatThrownBy(() -> store.replace(NAME, new byte[(64 << 10) + 1]))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(open().read(NAME)).hasValueSatisfying(kept -> assertThat(kept).isEqualTo(secret));
  }

  @Test
  void takesACopyOfWhatReplaces() {
    byte[] given = {1, 2};

    store.replace(NAME, given);
    given[0] = 0;

    assertThat(store.read(NAME)).hasValueSatisfying(kept -> assertThat(kept).containsExactly(1, 2));
  }

  @Test
  void showsReadersOneSecretOrTheOther() {
    byte[] ones = new byte[20_000];
    byte[] twos = new byte[30_000];
    Arrays.fill(ones, (byte) 1);
    Arrays.fill(twos, (byte) 2);
    store.replace(NAME, ones);

    List<byte[]> seen =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(number -> {
              open().replace(NAME, number % 2 == 0 ? ones : twos);
              return open().read(NAME).orElseThrow();
            })
            .toList();

    assertThat(seen).allSatisfy(kept -> assertThat(kept).isIn(ones, twos));
  }

  @Test
  void givesSeveralThreadsTheSameSecret() {
    List<Byte> seen =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(number -> open().createIfAbsent(NAME, new byte[] {(byte) number})[0])
            .distinct()
            .toList();

    assertThat(seen).hasSize(1);
    assertThat(store.read(NAME).orElseThrow()).containsExactly(seen.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", "Upper", "nul\0", "ά", ".hidden"})
  void refusesANameThatIsNotOne(String name) {
    assertThatThrownBy(() -> store.read(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.createIfAbsent(name, new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.replace(name, new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
