package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How the contracts, and the tests beside them, look at failures. */
public final class Failures {
  private static final int PATIENCE_SECONDS = 60;

  private Failures() {}

  /** The action fails with that code, and says so in one line. */
  public static void assertFails(FailureCode code, ThrowingCallable action) {
    assertThat(codeOf(action)).isEqualTo(code);
  }

  /** As above, for an action that was started before. */
  public static void assertFails(FailureCode code, Future<?> action) {
    assertFails(
        code,
        () -> {
          try {
            action.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        });
  }

  /** The code with which the action fails; its message is one line. */
  public static FailureCode codeOf(ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(LocalStreamException.class);
    assertThat(thrown.getMessage()).isNotBlank().hasLineCount(1);
    return ((LocalStreamException) thrown).code();
  }

  /** Starts the action on a virtual thread. */
  public static <T> Future<T> inBackground(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    Thread.ofVirtual().start(task);
    return task;
  }

  static void assertDamaged(ThrowingCallable action) {
    assertFails(FailureCode.CONTENT_DAMAGED, action);
  }
}
