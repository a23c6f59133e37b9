package io.localstream.domain.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception of LocalStream for what is neither an expected outcome nor a caller's bug.
 *
 * <p>The message is one line for a person: what failed, on which file, peer or port, and what can
 * be done now. It never holds a key, a code or file content.
 */
public final class LocalStreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  public LocalStreamException(FailureCode code, String message) {
    this(code, message, null);
  }

  public LocalStreamException(FailureCode code, String message, @Nullable Throwable cause) {
    super(Objects.requireNonNull(message), cause);
    this.code = Objects.requireNonNull(code);
  }

  public FailureCode code() {
    return code;
  }

  /** The message, never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
