package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a failure of a port has to look like. */
final class Failures {
  private Failures() {}

  static void assertDamaged(ThrowingCallable action) {
    assertFails(FailureCode.CONTENT_DAMAGED, action);
  }

  /** Fails with the code, and with one line for a person. */
  static void assertFails(FailureCode code, ThrowingCallable action) {
    LocalStreamException failure = catchThrowableOfType(LocalStreamException.class, action);
    assertThat(failure).as("fails").isNotNull();
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure.getMessage()).isNotBlank().doesNotContain("\n");
  }
}
