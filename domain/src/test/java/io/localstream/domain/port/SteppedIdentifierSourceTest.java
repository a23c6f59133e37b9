package io.localstream.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.contract.IdentifierSourceContract;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import org.junit.jupiter.api.Test;

class SteppedIdentifierSourceTest extends IdentifierSourceContract {
  @Override
  protected IdentifierSource source() {
    return new SteppedIdentifierSource();
  }

  @Test
  void isTheSameInEveryRun() {
    assertThat(new SteppedIdentifierSource().newId())
        .hasToString("00000000-0000-4000-8000-000000000001");
  }

  @Test
  void sourcesWithDifferentNumbersDiffer() {
    assertThat(new SteppedIdentifierSource(1).newId())
        .isNotEqualTo(new SteppedIdentifierSource(2).newId());
  }
}
