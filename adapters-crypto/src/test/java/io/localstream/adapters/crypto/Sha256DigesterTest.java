package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.Digester;
import io.localstream.domain.port.contract.DigesterContract;
import org.junit.jupiter.api.Test;

class Sha256DigesterTest extends DigesterContract {
  @Override
  protected Digester digester() {
    return new Sha256Digester();
  }

  /** The examples of FIPS 180-4 for one block and for none. */
  @Test
  void isSha256() {
    assertThat(digest("abc").hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(digest("").hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
