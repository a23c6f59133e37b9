package io.localstream.bootstrap.endtoend;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for pieces of a content in what was recorded. */
final class Disclosure {
  private static final int PIECE_BYTES = 16;

  private final Set<Piece> pieces = new HashSet<>();

  private record Piece(long first, long second) {
    static Piece at(ByteBuffer bytes, int index) {
      return new Piece(bytes.getLong(index), bytes.getLong(index + Long.BYTES));
    }
  }

  Disclosure(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    for (int i = 0; i + PIECE_BYTES <= content.length; i++) {
      pieces.add(Piece.at(bytes, i));
    }
  }

  /** Where any 16 bytes of the content are. */
  List<Integer> places(byte[] recorded) {
    List<Integer> places = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(recorded);
    for (int i = 0; i + PIECE_BYTES <= recorded.length; i++) {
      if (pieces.contains(Piece.at(bytes, i))) {
        places.add(i);
      }
    }
    return places;
  }

  /** Whether these bytes are somewhere in what was recorded. */
  static boolean contains(byte[] recorded, byte[] wanted) {
    for (int i = 0; i + wanted.length <= recorded.length; i++) {
      if (ByteBuffer.wrap(recorded, i, wanted.length).equals(ByteBuffer.wrap(wanted))) {
        return true;
      }
    }
    return false;
  }
}
