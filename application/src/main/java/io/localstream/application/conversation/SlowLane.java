package io.localstream.application.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At the end of a transfer, when everything was dealt, gives up a lane that does not get on while
 * others have nothing left to do: what it owes is then sent over those. For one thread.
 */
final class SlowLane {
  /** So many moments without anything new of a lane. */
  private static final int PATIENCE_MOMENTS = 30;

  private final ChunkDealer dealer;
  private final LaneGroup lanes;
  private final Map<Integer, Watched> watched = new HashMap<>();

  /** What was seen of a lane, and for how long. */
  private record Watched(long stored, int moments) {}

  SlowLane(ChunkDealer dealer, LaneGroup lanes) {
    this.dealer = dealer;
    this.lanes = lanes;
  }

  /** To be called about once a moment. */
  void look() {
    if (!dealer.isAllDealt()) {
      watched.clear();
      return;
    }
    List<Integer> open = lanes.open();
    if (!open.stream().allMatch(dealer::isOwing)) {
      open.stream().filter(dealer::isOwing).forEach(this::look);
    }
  }

  private void look(int lane) {
    long stored = dealer.stored(lane);
    Watched before = watched.getOrDefault(lane, new Watched(stored, 0));
    if (before.stored() != stored) {
      watched.put(lane, new Watched(stored, 0));
    } else if (before.moments() >= PATIENCE_MOMENTS) {
      lanes.end(lane);
      watched.remove(lane);
    } else {
      watched.put(lane, new Watched(stored, before.moments() + 1));
    }
  }
}
