package io.localstream.domain.failure;

import java.util.Objects;
import java.util.Optional;
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
  private final transient @Nullable SpaceShortage shortage;

  public LocalStreamException(FailureCode code, String message) {
    this(code, message, null);
  }

  public LocalStreamException(FailureCode code, String message, @Nullable Throwable cause) {
    super(Objects.requireNonNull(message), cause);
    this.code = Objects.requireNonNull(code);
    this.shortage = null;
  }

  /** {@code NO_SPACE}, where it is known how much is needed. */
  public LocalStreamException(SpaceShortage shortage, String message) {
    super(Objects.requireNonNull(message));
    this.code = FailureCode.NO_SPACE;
    this.shortage = Objects.requireNonNull(shortage);
  }

  public FailureCode code() {
    return code;
  }

  /** How much space is missing; empty where that is not known, or not the reason. */
  public Optional<SpaceShortage> shortage() {
    return Optional.ofNullable(shortage);
  }

  /** The message, never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
