package io.localstream.domain.transfer;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern with wildcards. All ways in which it could fit are followed at once, so that none takes
 * longer than the product of both lengths: a pattern may come with a folder from somebody else.
 */
final class Wildcards {
  private final List<Part> parts;

  Wildcards(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** What stands in a pattern. */
  sealed interface Part {
    /** One character. */
    record One(IntPredicate characters) implements Part {}

    /** Any number of characters of one name. */
    record Several() implements Part {}

    /** Any number of characters of any names. */
    record Everything() implements Part {}

    /** Any number of folders, each with its slash. */
    record Folders() implements Part {}
  }

  boolean match(String path) {
    BitSet reached = new BitSet();
    enter(0, reached);
    int[] characters = path.codePoints().toArray();
    for (int i = 0; i < characters.length && !reached.isEmpty(); i++) {
      reached = next(reached, characters[i]);
    }
    return !path.isEmpty() && reached.get(parts.size());
  }

  private BitSet next(BitSet reached, int character) {
    BitSet next = new BitSet();
    for (int at = reached.nextSetBit(0);
        at >= 0 && at < parts.size();
        at = reached.nextSetBit(at + 1)) {
      switch (parts.get(at)) {
        case Part.One one when one.characters().test(character) -> enter(at + 1, next);
        case Part.One _ -> {}
        case Part.Several _ when character != '/' -> enter(at, next);
        case Part.Several _ -> {}
        case Part.Everything _ -> enter(at, next);
        case Part.Folders _ -> {
          next.set(at);
          if (character == '/') {
            enter(at + 1, next);
          }
        }
      }
    }
    return next;
  }

  /** All but a character can also stand for nothing. */
  private void enter(int at, BitSet reached) {
    int next = at;
    reached.set(next);
    while (next < parts.size() && !(parts.get(next) instanceof Part.One)) {
      reached.set(++next);
    }
  }
}
