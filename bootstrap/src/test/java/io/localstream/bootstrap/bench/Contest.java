package io.localstream.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two sides that take turns, or one side alone. */
record Contest(Entrant our, Optional<Entrant> their) {

  String ours() {
    return our.label();
  }

  String theirs() {
    return their.map(Entrant::label).orElse("");
  }

  /** A round that does not count, and then those that do; who begins changes each time. */
  List<Round> run(Workshop workshop, Measure measure, int rounds) {
    List<Round> all = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      Round round = round(workshop, measure, i % 2 == 1);
      if (i > 0) {
        all.add(round);
      }
    }
    return all;
  }

  private Round round(Workshop workshop, Measure measure, boolean oursFirst) {
    if (their.isEmpty()) {
      return new Round(our.measure(workshop, measure), null, true);
    }
    if (oursFirst) {
      double first = our.measure(workshop, measure);
      return new Round(first, their.get().measure(workshop, measure), true);
    }
    double first = their.get().measure(workshop, measure);
    return new Round(our.measure(workshop, measure), first, false);
  }
}
