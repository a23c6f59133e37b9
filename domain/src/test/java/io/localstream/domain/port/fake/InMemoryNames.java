package io.localstream.domain.port.fake;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.HiddenNames;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NamePlan;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NameReport;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What becomes of the names of an offer in an {@link InMemoryFileSpace}. */
final class InMemoryNames {
  private final InMemoryFileSpace space;
  private final Manifest manifest;
  private final NamePolicy policy;
  private final String folder;
  private final boolean judged;
  private final NamePlan plan;

  InMemoryNames(InMemoryFileSpace space, Manifest manifest, Destination destination) {
    this.space = space;
    this.manifest = manifest;
    this.policy = destination.names();
    this.folder = destination.target().value();
    this.judged = space.isFolder(folder);
    this.plan =
        judged ? NamePlan.of(manifest, space.nameRules(), policy) : NamePlan.asTheyAre(manifest);
  }

  /** Where everything is saved, in a folder. */
  List<String> targets() {
    return IntStream.range(0, manifest.size())
        .mapToObj(i -> InMemoryFileSpace.join(folder, plan.path(i)))
        .toList();
  }

  /**
   * The places of hidden names that would come into folders that exist.
   *
   * @param leftOut the entries that nobody wants
   */
  BitSet hidden(BitSet leftOut) {
    BitSet hidden = new BitSet();
    for (int i = 0; judged && i < manifest.size(); i++) {
      hidden.set(
          i,
          !leftOut.get(i)
              && plan.fault(i).isEmpty()
              && HiddenNames.landIn(plan.path(i), this::isThere));
    }
    return hidden;
  }

  private boolean isThere(String inner) {
    return space.isFolder(inner.isEmpty() ? folder : InMemoryFileSpace.join(folder, inner));
  }

  /** What is left out because of its name. */
  NameReport report(BitSet leftOut) {
    Map<Integer, NameFault> out = new TreeMap<>();
    Map<Integer, String> saved = new TreeMap<>();
    BitSet hidden = hidden(leftOut);
    for (int i = leftOut.nextClearBit(0); i < manifest.size(); i = leftOut.nextClearBit(i + 1)) {
      Optional<NameFault> fault = plan.fault(i);
      if (fault.isPresent()) {
        out.put(i, fault.get());
      } else if (hidden.get(i) && !policy.takesHidden()) {
        out.put(i, NameFault.HIDDEN);
      } else if (judged && plan.isMapped(i)) {
        saved.put(i, plan.path(i));
      }
    }
    return NameReport.of(out, saved);
  }

  /** Fails where a name can't be held and that is to fail. */
  void requireHeld(NameReport report) {
    report.leftOut().entrySet().stream()
        .filter(
            each -> policy.unfit() == NamePolicy.Unfit.FAIL && each.getValue() != NameFault.HIDDEN)
        .findFirst()
        .ifPresent(each -> {
          throw failure(manifest.path(each.getKey()), each.getValue());
        });
  }

  static LocalStreamException failure(String target, NameFault why) {
    return new LocalStreamException(why.code(), DisplayText.escape(target) + " " + why.words());
  }
}
