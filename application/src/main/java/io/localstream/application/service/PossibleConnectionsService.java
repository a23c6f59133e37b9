package io.localstream.application.service;

import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.domain.device.DeviceId;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.port.Lookout;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.time.Deadline;
import io.localstream.domain.trust.PinnedDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells where a peer could be reached. Thread-safe. */
public final class PossibleConnectionsService implements ListPossibleConnections {
  /** How soon it is noticed that a device became known meanwhile. */
  private static final Duration MOMENT = Duration.ofMillis(250);

  private final Neighbourhood neighbourhood;
  private final Announcements announcements;
  private final PinnedDevices pinned;
  private final Ticker ticker;

  public PossibleConnectionsService(
      Neighbourhood neighbourhood,
      Announcements announcements,
      PinnedDevices pinned,
      Ticker ticker) {
    this.neighbourhood = neighbourhood;
    this.announcements = announcements;
    this.pinned = pinned;
    this.ticker = ticker;
  }

  @Override
  public Result list(Duration listen) throws InterruptedException {
    try (Lookout lookout = announcements.watch(known())) {
      Deadline deadline = Deadline.in(ticker, listen);
      while (!deadline.isOver()) {
        TimeUnit.NANOSECONDS.sleep(deadline.leftUpTo(MOMENT).toNanos());
      }
      return result(lookout.heard());
    }
  }

  @Override
  public Watch watch() {
    return new Watching(announcements.watch(known()));
  }

  private List<DeviceId> known() {
    return pinned.all().stream().map(each -> each.device().id()).toList();
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
      Deadline deadline = Deadline.in(ticker, longest);
      List<Announcement> heard = lookout.heard();
      Result now = result(heard);
      while (now.announced().equals(seen.announced()) && !deadline.isOver()) {
        heard = lookout.awaitOther(heard, deadline.leftUpTo(MOMENT));
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
