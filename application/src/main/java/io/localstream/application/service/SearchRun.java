package io.localstream.application.service;

import io.localstream.application.conversation.Threads;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.FailureKind;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.session.Session;
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
  private static final long SLICE_MILLIS = 250;

  /** So long a place is tried alone. */
  private static final long ALONE_MILLIS = 2_000;

  /** So long announcements are waited for before places are tried that are not announced. */
  private static final long PATIENCE_MILLIS = 1_000;

  /** So long others may still announce themselves where the one that answered was not the one. */
  private static final long GRACE_MILLIS = 2_000;

  /** So many places are tried in one search. */
  private static final int MAX_PLACES = 16;

  private final PeerSearch.Quarry quarry;
  private final Dialler dialler;
  private final BiConsumer<Endpoint, LocalStreamException> refusals;
  private final Set<Endpoint> tried = new LinkedHashSet<>();
  private final List<Attempt> running = new ArrayList<>();
  private final List<LocalStreamException> failures = new ArrayList<>();
  private long millisLeft;
  private long millisGone;
  private long alone;

  private record Attempt(Endpoint place, CompletableFuture<Session> outcome, Thread thread) {}

  SearchRun(
      PeerSearch.Quarry quarry,
      Dialler dialler,
      BiConsumer<Endpoint, LocalStreamException> refusals) {
    this.quarry = quarry;
    this.dialler = dialler;
    this.refusals = refusals;
  }

  Session search(Lookout lookout, Duration longest) throws InterruptedException {
    millisLeft = TimeUnit.MILLISECONDS.convert(longest);
    List<Announcement> heard = lookout.heard();
    while (true) {
      Optional<Session> found = settle();
      if (found.isPresent()) {
        return found.get();
      }
      if (running.isEmpty() || alone <= 0) {
        next(heard).ifPresent(this::begin);
      }
      if (running.isEmpty() && (millisLeft <= 0 || tried.size() >= MAX_PLACES)) {
        throw failure();
      }
      heard = rest(lookout, heard);
    }
  }

  private Optional<Endpoint> next(List<Announcement> heard) {
    Set<Endpoint> places = new LinkedHashSet<>();
    heard.stream().filter(quarry.wanted()).map(Announcement::endpoint).forEach(places::add);
    if (millisGone >= PATIENCE_MILLIS || millisLeft <= 0) {
      places.addAll(quarry.known());
    }
    places.removeAll(tried);
    return tried.size() < MAX_PLACES ? places.stream().findFirst() : Optional.empty();
  }

  private void begin(Endpoint place) {
    tried.add(place);
    alone = ALONE_MILLIS;
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
    List<Announcement> now;
    if (running.isEmpty()) {
      now = lookout.awaitOther(heard, Duration.ofMillis(SLICE_MILLIS));
    } else {
      awaitAttempt();
      now = lookout.heard();
    }
    // Where something else is announced now, how long that took is not known; but it was less.
    long gone = now.equals(heard) ? SLICE_MILLIS : SLICE_MILLIS / 10;
    millisGone += gone;
    millisLeft -= gone;
    alone -= gone;
    return now;
  }

  private void awaitAttempt() throws InterruptedException {
    CompletableFuture<?>[] outcomes =
        running.stream().map(Attempt::outcome).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(outcomes).get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
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
    millisLeft = Math.min(millisLeft, GRACE_MILLIS);
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
