package io.localstream.domain.transfer;

import java.util.Map;
import java.util.Optional;

/**
 * What becomes of the names of an offer at a place that can't hold all of them. It depends on
 * nothing but the names and their order, so that another attempt at the same offer finds the same.
 * Immutable.
 */
public final class NamePlan {
  private final Manifest manifest;
  private final NameRules rules;
  private final boolean mapping;

  /** The other names of what is like an earlier entry, by its path; empty where it has none. */
  private final Map<String, String> alike;

  private NamePlan(Manifest manifest, NameRules rules, boolean mapping, Map<String, String> alike) {
    this.manifest = manifest;
    this.rules = rules;
    this.mapping = mapping;
    this.alike = alike;
  }

  /** Every name as it is. */
  public static NamePlan asTheyAre(Manifest manifest) {
    return new NamePlan(manifest, NameRules.ANY, false, Map.of());
  }

  /**
   * The plan for a place with such rules.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NAME_NOT_HELD}: more names
   *     are alike there than any honest transfer has
   */
  public static NamePlan of(Manifest manifest, NameRules rules, NamePolicy policy) {
    boolean mapping = policy.unfit() == NamePolicy.Unfit.MAP;
    return new NamePlan(
        manifest,
        rules,
        mapping,
        rules.folding() ? AlikePaths.find(manifest, rules, mapping) : Map.of());
  }

  /** The rules that it was made for. */
  public NameRules rules() {
    return rules;
  }

  /** What stands against an entry, or against a folder that it lies in, if anything does. */
  public Optional<NameFault> fault(int entry) {
    if (rules.holdAll()) {
      return Optional.empty();
    }
    String path = manifest.path(entry);
    for (int start = 0; start <= path.length(); ) {
      int end = end(path, start);
      Optional<NameFault> fault =
          mapping ? Optional.empty() : rules.fault(path.substring(start, end));
      if (fault.isPresent()) {
        return fault;
      }
      if (!alike.isEmpty() && alike.getOrDefault(path.substring(0, end), ".").isEmpty()) {
        return Optional.of(NameFault.ALIKE);
      }
      start = end + 1;
    }
    return manifest.isLink(entry) ? faultOfTarget(entry) : Optional.empty();
  }

  /** A target is not mapped: a back slash in it may lead out of the transfer elsewhere. */
  private Optional<NameFault> faultOfTarget(int entry) {
    if (!(manifest.entries().get(entry) instanceof ManifestEntry.Link link)) {
      return Optional.empty();
    }
    for (String step : link.target().value().split("/", -1)) {
      Optional<NameFault> fault = step.equals("..") ? Optional.empty() : rules.fault(step);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** The path under which an entry is saved. */
  public String path(int entry) {
    String path = manifest.path(entry);
    if (!mapping || rules.holdAll()) {
      return path;
    }
    StringBuilder held = new StringBuilder(path.length());
    for (int start = 0; start <= path.length(); ) {
      int end = end(path, start);
      String name = path.substring(start, end);
      String other = alike.isEmpty() ? null : alike.get(path.substring(0, end));
      held.append(start == 0 ? "" : "/").append(other == null ? held(name, rules) : other);
      start = end + 1;
    }
    return held.toString();
  }

  /** Whether an entry is saved under another path than it was offered with. */
  public boolean isMapped(int entry) {
    return mapping && !rules.holdAll() && !path(entry).equals(manifest.path(entry));
  }

  /** A name as it is, or another where the place can't hold it. */
  static String held(String name, NameRules rules) {
    return rules.fault(name).isEmpty() ? name : NameMapping.of(name, rules.maxBytes());
  }

  static int end(String path, int start) {
    int slash = path.indexOf('/', start);
    return slash < 0 ? path.length() : slash;
  }
}
