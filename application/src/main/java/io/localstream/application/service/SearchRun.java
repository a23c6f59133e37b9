package io.localstream.application.service;

import io.localstream.application.conversation.Threads;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.FailureKind;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.session.Session;
import io.localstream.domain.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/**
 * One search. A place that keeps silent is not waited for: the next is tried beside it after a
 * while, and the first that succeeds ends the others. For one thread.
 */
final class SearchRun implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(250);

  /** So long a place is tried alone. */
  private static final Duration ALONE = Duration.ofSeconds(2);

  /** So long announcements are waited for before places are tried that are not announced. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So long others may still announce themselves where the one that answered was not the one. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** So many places are tried in one search. */
  private static final int MAX_PLACES = 16;

  private final PeerSearch.Quarry quarry;
  private final Dialler dialler;
  private final BiConsumer<Endpoint, LocalStreamException> refusals;
  private final Set<Endpoint> tried = new LinkedHashSet<>();
  private final List<Attempt> running = new ArrayList<>();
  private final List<LocalStreamException> failures = new ArrayList<>();
  private final Ticker ticker;
  private final Deadline patience;
  private Deadline deadline;
  private Deadline alone;

  private record Attempt(Endpoint place, CompletableFuture<Session> outcome, Thread thread) {}

  SearchRun(
      PeerSearch.Quarry quarry,
      Dialler dialler,
      BiConsumer<Endpoint, LocalStreamException> refusals,
      Ticker ticker) {
    this.quarry = quarry;
    this.dialler = dialler;
    this.refusals = refusals;
    this.ticker = ticker;
    this.patience = Deadline.in(ticker, PATIENCE);
    this.deadline = patience;
    this.alone = Deadline.in(ticker, ALONE);
  }

  Session search(Lookout lookout, Duration longest) throws InterruptedException {
    deadline = Deadline.in(ticker, longest);
    List<Announcement> heard = lookout.heard();
    while (true) {
      Optional<Session> found = settle();
      if (found.isPresent()) {
        return found.get();
      }
      if (running.isEmpty() || alone.isOver()) {
        next(heard).ifPresent(this::begin);
      }
      if (running.isEmpty() && (deadline.isOver() || tried.size() >= MAX_PLACES)) {
        throw failure();
      }
      heard = rest(lookout, heard);
    }
  }

  private Optional<Endpoint> next(List<Announcement> heard) {
    Set<Endpoint> places = new LinkedHashSet<>();
    heard.stream().filter(quarry.wanted()).map(Announcement::endpoint).forEach(places::add);
    if (patience.isOver() || deadline.isOver()) {
      places.addAll(quarry.known());
    }
    places.removeAll(tried);
    return tried.size() < MAX_PLACES ? places.stream().findFirst() : Optional.empty();
  }

  private void begin(Endpoint place) {
    tried.add(place);
    alone = Deadline.in(ticker, ALONE);
    CompletableFuture<Session> outcome = new CompletableFuture<>();
    Thread thread =
        Threads.start(
            "search",
            () -> {
              try {
                outcome.complete(dialler.dial(quarry.call().at(place)));
              } catch (InterruptedException | RuntimeException | Error e) {
                outcome.completeExceptionally(e);
              }
            });
    running.add(new Attempt(place, outcome, thread));
  }

  /** Waits for something to happen, or a little while. */
  private List<Announcement> rest(Lookout lookout, List<Announcement> heard)
      throws InterruptedException {
    if (running.isEmpty()) {
      return lookout.awaitOther(heard, deadline.leftUpTo(MOMENT));
    }
    awaitAttempt();
    return lookout.heard();
  }

  private void awaitAttempt() throws InterruptedException {
    CompletableFuture<?>[] outcomes =
        running.stream().map(Attempt::outcome).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(outcomes).get(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Whoever settles looks at each.
    }
  }

  /** Takes what has ended; the session, where one came of it. */
  private Optional<Session> settle() throws InterruptedException {
    Iterator<Attempt> attempts = running.iterator();
    while (attempts.hasNext()) {
      Attempt attempt = attempts.next();
      if (attempt.outcome().isDone()) {
        attempts.remove();
        try {
          return Optional.of(Waiting.on(attempt.outcome()));
        } catch (LocalStreamException e) {
          failed(attempt.place(), e);
        }
      }
    }
    return Optional.empty();
  }

  private void failed(Endpoint place, LocalStreamException why) {
    if (quarry.isOver().test(why)) {
      throw why;
    }
    if (why.code().kind() == FailureKind.SECURITY && why.code() != FailureCode.CODE_WRONG) {
      // A wrong code has been told as such.
      refusals.accept(place, why);
    }
    failures.add(why);
    if (deadline.left().compareTo(GRACE) > 0) {
      deadline = Deadline.in(ticker, GRACE);
    }
  }

  /** Where somebody answered and was refused, that tells more than an address without anybody. */
  private LocalStreamException failure() {
    return failures.stream()
        .filter(each -> each.code().kind() == FailureKind.SECURITY)
        .findFirst()
        .or(() ->
            failures.stream().filter(each -> each.code().kind() == FailureKind.PEER).findFirst())
        .or(() -> failures.stream().findFirst())
        .map(each -> new LocalStreamException(each.code(), each.getMessage(), each))
        .orElseGet(() ->
            new LocalStreamException(
                FailureCode.NOT_FOUND,
                quarry.what()
                    + " was not found on the local network (is it started there? localstream"
                    + " doctor tells why devices can't see each other)"));
  }

  /** Ends what still runs; a session that comes of it all the same is hung up on. */
  @Override
  public void close() {
    for (Attempt attempt : running) {
      attempt.thread().interrupt();
      CompletableFuture<Void> _ = attempt.outcome().thenAccept(dialler::hangUp);
    }
  }
}
