package io.localstream.domain.transfer;

import io.localstream.domain.failure.FailureCode;
import java.util.List;
import java.util.Objects;

/** The states in the life of a transfer. */
public sealed interface TransferState {
  /** Whether nothing can follow. */
  default boolean isFinal() {
    return switch (this) {
      case Offered _, Running _ -> false;
      case Completed _, Failed _ -> true;
    };
  }

  /** The sender has asked; the receiver has not answered. */
  record Offered() implements TransferState {}

  /**
   * Content is on its way.
   *
   * @param bytes of content there or on the way so far
   * @param before how many of them were there before content began to flow
   */
  record Running(long bytes, long before) implements TransferState {
    public Running {
      if (before < 0 || bytes < before) {
        throw new IllegalArgumentException("bytes can't be less than what was there before");
      }
    }
  }

  /**
   * Everything that was wanted arrived, was authenticated and published under its final name.
   *
   * @param saved where, on the receiving side; empty on the sending side
   * @param missing what of it did not, all the same; or was to be verified and was not
   * @param grown what was sent as it was at the start, and is longer now; on the sending side
   * @param tally how much of what was offered was saved, and how much was not
   */
  record Completed(
      List<FileReference> saved,
      List<MissingEntry> missing,
      List<MissingEntry> grown,
      TransferTally tally)
      implements TransferState {
    public Completed {
      saved = List.copyOf(saved);
      missing = List.copyOf(missing);
      grown = List.copyOf(grown);
      Objects.requireNonNull(tally);
    }
  }

  /**
   * Over without success.
   *
   * @param message one line for a person, as in {@link
   *     io.localstream.domain.failure.LocalStreamException}
   */
  record Failed(FailureCode code, String message) implements TransferState {
    public Failed {
      Objects.requireNonNull(code);
      Objects.requireNonNull(message);
    }
  }
}
