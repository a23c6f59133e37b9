package io.localstream.bootstrap.endtoend;

import io.localstream.bootstrap.endtoend.Crossing.Both;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What can happen to a network in the middle of a transfer, and what has to come of it. */
enum LinkFault {
  /** The cable is out and stays out; later the same two commands go on. */
  CUT {
    @Override
    void happenTo(Crossing crossing, int number) {
      breakOff(crossing, machine -> crossing.lan().plugged(machine, false), number);
      crossing.lan().plugged(side(number), true);
      crossing.again();
    }
  },
  /** The cable is out for three seconds. */
  BLINK {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin()) {
        crossing.awaitMiddle(both);
        crossing.lan().plugged(side(number), false);
        waitFor(Duration.ofSeconds(3));
        crossing.lan().plugged(side(number), true);
        crossing.isDone(both);
      }
    }
  },
  /** The cable is out until both have given up, and both keep trying. */
  OUTAGE {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin("--keep-trying")) {
        crossing.awaitMiddle(both);
        long before = crossing.lan().arrived(Crossing.BEN);
        crossing.lan().plugged(side(number), false);
        both.sender().awaitErr("trying again");
        both.receiver().awaitErr("trying again");
        crossing.lan().plugged(side(number), true);
        crossing.isDoneWithTheRest(both, before);
      }
    }
  },
  /** One side hears nothing more, and the other still hears it. */
  HALF_OPEN {
    @Override
    void happenTo(Crossing crossing, int number) {
      breakOff(crossing, machine -> crossing.lan().deaf(machine, true), number);
      crossing.lan().deaf(side(number), false);
      crossing.again();
    }
  },
  /** One process is stopped, and its system goes on saying that everything is well. */
  STOPPED {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin()) {
        crossing.awaitMiddle(both);
        LocalStreamProcess stopped = both.of(side(number));
        stopped.signal("STOP");
        crossing.tally().ends(both.of(side(number + 1)), 3);
        stopped.signal("CONT");
        crossing.breaksOff(both);
      }
      crossing.again();
    }
  },
  /** One machine is gone at once: no goodbye, and nobody there who would send a reset. */
  GONE {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin()) {
        crossing.awaitMiddle(both);
        crossing.lan().plugged(side(number), false);
        both.of(side(number)).signal("KILL");
        crossing.tally().ends(both.of(side(number + 1)), 3);
        crossing.nothingVisible();
      }
      crossing.lan().plugged(side(number), true);
      crossing.again();
    }
  },
  /** The side that dialled gets another address, and both keep trying. */
  DIALLER_MOVES {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin("--keep-trying")) {
        crossing.awaitMiddle(both);
        long before = crossing.lan().arrived(Crossing.BEN);
        crossing.lan().readdress(crossing.dialling(), 77);
        crossing.isDoneWithTheRest(both, before);
      }
    }
  },
  /** The side that listened gets another address, to which the transfer goes on. */
  LISTENER_MOVES {
    @Override
    void happenTo(Crossing crossing, int number) {
      try (Both both = crossing.begin()) {
        crossing.awaitMiddle(both);
        crossing.lan().readdress(crossing.listening(), 78);
        crossing.breaksOff(both);
      }
      crossing.again();
    }
  },
  /** Segments get lost, come twice, altered, or in another order, over several lanes. */
  BAD_CABLE {
    @Override
    void happenTo(Crossing crossing, int number) {
      crossing.lan().badCable(side(number), new BadCable.Harm(10, 20, 5, 50), number);
      try (Both both = crossing.begin("--lanes", "4")) {
        crossing.isDone(both);
      }
      crossing.tally().note("frames harmed: " + crossing.lan().harmed());
    }
  };

  /** Something that happens to one machine. */
  private interface Deed {
    void on(String machine);
  }

  /** Lets it happen, and counts what is wrong. */
  abstract void happenTo(Crossing crossing, int number);

  /**
   * Tries it once.
   *
   * @param folder an empty one
   * @param number chooses which side it happens to, and who listens
   */
  final void tryOnce(Path folder, Tally tally, int number) {
    try (Crossing crossing = new Crossing(folder, tally, number / 2 % 2 == 0)) {
      happenTo(crossing, number);
    }
  }

  private static String side(int number) {
    return List.of(Crossing.BEN, Crossing.ANNA).get(number % 2);
  }

  private static void breakOff(Crossing crossing, Deed deed, int number) {
    try (Both both = crossing.begin()) {
      crossing.awaitMiddle(both);
      deed.on(side(number));
      crossing.breaksOff(both);
    }
  }

  private static void waitFor(Duration time) {
    Await.holds(time, () -> false);
  }
}
