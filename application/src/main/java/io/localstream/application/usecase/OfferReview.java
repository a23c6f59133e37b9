package io.localstream.application.usecase;

import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.Transfer;
import java.util.Objects;

/** What a person makes of an offer once it is known, before anything is received. */
@FunctionalInterface
public interface OfferReview {
  /**
   * Looks at an offer. Interrupted where the offer is withdrawn meanwhile.
   *
   * @throws io.localstream.domain.failure.LocalStreamException for any reason; the offer stays
   *     waiting
   */
  Verdict review(Transfer offer, Plans plans) throws InterruptedException;

  /** Takes everything to one place without a look. */
  static OfferReview taking(Destination destination) {
    return (_, _) -> new Verdict.Taken(destination);
  }

  /** Tells what would become of the offer. */
  @FunctionalInterface
  interface Plans {
    /**
     * What would happen if it was received there.
     *
     * @throws io.localstream.domain.failure.LocalStreamException as {@link
     *     io.localstream.domain.port.IncomingFiles#plan}
     */
    ReceptionPlan of(Destination destination);
  }

  /** What the person wants. */
  sealed interface Verdict {
    /** It is received, after the usual question. */
    record Taken(Destination destination) implements Verdict {
      public Taken {
        Objects.requireNonNull(destination);
      }
    }

    /** Nothing is received, and the sender is told that this was only a look. */
    record OnlyLooked() implements Verdict {}

    /**
     * It is declined.
     *
     * @param why one line for the person here
     */
    record Declined(String why) implements Verdict {
      public Declined {
        Objects.requireNonNull(why);
      }
    }
  }
}
