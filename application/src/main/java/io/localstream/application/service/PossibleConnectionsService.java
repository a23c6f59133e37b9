package io.localstream.application.service;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells where a peer could be reached. Thread-safe. */
public final class PossibleConnectionsService implements ListPossibleConnections {
  private static final long SLICE_MILLIS = 250;

  private final Neighbourhood neighbourhood;
  private final Announcements announcements;
  private final PinnedDevices pinned;

  public PossibleConnectionsService(
      Neighbourhood neighbourhood, Announcements announcements, PinnedDevices pinned) {
    this.neighbourhood = neighbourhood;
    this.announcements = announcements;
    this.pinned = pinned;
  }

  @Override
  public Result list(Duration listen) throws InterruptedException {
    try (Lookout lookout = announcements.watch()) {
      long left = listen.toMillis();
      while (left > 0) {
        TimeUnit.MILLISECONDS.sleep(Math.min(left, SLICE_MILLIS));
        left -= SLICE_MILLIS;
      }
      return result(lookout.heard());
    }
  }

  @Override
  public Watch watch() {
    return new Watching(announcements.watch());
  }

  private Result result(List<Announcement> heard) {
    List<PinnedDevice> known = pinned.all();
    return new Result(
        neighbourhood.interfaces(),
        heard.stream().map(each -> announced(each, known)).toList(),
        neighbourhood.neighbours());
  }

  private static Announced announced(Announcement what, List<PinnedDevice> known) {
    Optional<PinnedDevice> device =
        known.stream().filter(each -> each.device().id().equals(what.id())).findFirst();
    return device
        .map(each ->
            new Announced(
                new Announcement(what.id(), each.name(), what.endpoint(), what.code()),
                each.revoked() ? Standing.REVOKED : Standing.KNOWN))
        .orElseGet(() -> new Announced(what, Standing.NEW));
  }

  private final class Watching implements Watch {
    private final Lookout lookout;

    Watching(Lookout lookout) {
      this.lookout = lookout;
    }

    @Override
    public Result now() {
      return result(lookout.heard());
    }

    @Override
    public Result awaitOther(Result seen, Duration longest) throws InterruptedException {
      long left = longest.toMillis();
      List<Announcement> heard = lookout.heard();
      Result now = result(heard);
      while (now.announced().equals(seen.announced()) && left > 0) {
        heard = lookout.awaitOther(heard, Duration.ofMillis(Math.min(left, SLICE_MILLIS)));
        left -= SLICE_MILLIS;
        now = result(heard);
      }
      return now;
    }

    @Override
    public void close() {
      lookout.close();
    }
  }
}
