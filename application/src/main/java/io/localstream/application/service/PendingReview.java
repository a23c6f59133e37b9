package io.localstream.application.service;

import io.localstream.application.conversation.Threads;
import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OfferReview.Plans;
import io.localstream.application.usecase.OfferReview.Verdict;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Transfer;
import java.util.concurrent.CompletableFuture;

/**
 * A look at an offer that goes on in the background, so that it can end when the offer is
 * withdrawn. Closing ends it. Thread-safe.
 */
final class PendingReview implements AutoCloseable {
  private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
  private final Thread reviewer;

  private PendingReview(OfferReview review, Transfer offer, Plans plans) {
    reviewer = Threads.start("review", () -> run(review, offer, plans));
  }

  static PendingReview of(OfferReview review, Transfer offer, Plans plans) {
    return new PendingReview(review, offer, plans);
  }

  private void run(OfferReview review, Transfer offer, Plans plans) {
    try {
      verdict.complete(review.review(offer, plans));
    } catch (InterruptedException e) {
      verdict.completeExceptionally(
          new LocalStreamException(FailureCode.CANCELLED, "cancelled", e));
    } catch (RuntimeException | Error e) {
      verdict.completeExceptionally(e);
    }
  }

  /** Waits for it; a failure is thrown as it was. */
  Verdict await() throws InterruptedException {
    return Waiting.on(verdict);
  }

  @Override
  public void close() {
    if (!verdict.isDone()) {
      reviewer.interrupt();
    }
  }
}
