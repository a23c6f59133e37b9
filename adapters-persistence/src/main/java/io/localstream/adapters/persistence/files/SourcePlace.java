package io.localstream.adapters.persistence.files;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A folder that something to be sent lies in, as it was found. Shared by all that lies there, and
 * small: there may be a great many. Equal to itself only.
 */
final class SourcePlace {
  private final @Nullable SourcePlace around;
  private final Path way;
  private final Object key;
  private final @Nullable Path typed;

  /**
   * @param way the name in the folder around; without one the whole path, with a typed path that of
   *     the file
   */
  private SourcePlace(@Nullable SourcePlace around, Path way, Object key, @Nullable Path typed) {
    this.around = around;
    this.way = way;
    this.key = key;
    this.typed = typed;
  }

  /** The folder that a person named, or the one with the file that they named. */
  static SourcePlace top(Path path, Object key) {
    return new SourcePlace(null, path, key, null);
  }

  /** The same for one file that is named by a link elsewhere: there it is called differently. */
  static SourcePlace ofLink(Path typed, Path real, Object key) {
    return new SourcePlace(null, real, key, typed);
  }

  /** A folder in this one. */
  SourcePlace inner(String name, Object itsKey) {
    return new SourcePlace(this, Path.of(name), itsKey, null);
  }

  /** The one that it was found in; null for the one that was typed. */
  @Nullable SourcePlace around() {
    return around;
  }

  /** What tells the folder from every other. */
  Object key() {
    return key;
  }

  /** The folder's path. */
  Path path() {
    Path own = typed == null ? way : Objects.requireNonNull(way.getParent());
    return around == null ? own : around.path().resolve(way);
  }

  /** The name in {@link #around}. */
  String name() {
    return way.toString();
  }

  /** What an entry is called in the folder. */
  String nameOf(String sent) {
    return typed == null ? sent : String.valueOf(way.getFileName());
  }

  /** The path of an entry as a person knows it. */
  Path pathOf(String sent) {
    return typed == null ? path().resolve(sent) : typed;
  }

  /** Whether it is, or lies in, the one with that key. */
  boolean isWithin(Object other) {
    for (SourcePlace place = this; place != null; place = place.around) {
      if (place.key.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The one that was typed. */
  SourcePlace outermost() {
    SourcePlace place = this;
    while (place.around != null) {
      place = place.around;
    }
    return place;
  }
}
