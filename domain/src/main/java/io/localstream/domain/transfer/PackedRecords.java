package io.localstream.domain.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of many entries, in little memory: about 20 bytes for each, as those that follow
 * each other are much alike. They lie in groups; in each only the first is written in full, see
 * {@link PackedGroup}, and whoever wants one of the others reads from there on. For one thread
 * while it grows.
 */
final class PackedRecords {
  private static final int GROUP = 16;

  /** What an array takes beside its bytes, and what refers to it. */
  private static final int BYTES_BESIDE_GROUP = 24;

  private final List<byte[]> groups = new ArrayList<>();
  private final PackedGroup growing = new PackedGroup();
  private int count;
  private long groupBytes;
  private long textBytes;
  private long streamBytes;

  /** Adds one; its text has at most 65,535 bytes. */
  void add(int kind, long size, Instant modified, String text) {
    byte[] packed = PackedText.of(text);
    if (packed.length > Character.MAX_VALUE) {
      throw new IllegalArgumentException("the path is too long");
    }
    if (count % GROUP == 0) {
      growing.begin(streamBytes);
    }
    growing.add(kind, size, modified, packed);
    count++;
    textBytes += packed.length;
    // More than there can be of is refused by the manifest.
    streamBytes += size;
    if (count % GROUP == 0) {
      finishGroup();
    }
  }

  /** Nothing more will be added. */
  void finish() {
    if (count % GROUP != 0) {
      finishGroup();
    }
  }

  private void finishGroup() {
    byte[] group = growing.bytes();
    groupBytes += group.length + BYTES_BESIDE_GROUP;
    groups.add(group);
  }

  /** Of all texts together. */
  long textBytes() {
    return textBytes;
  }

  /** How much memory it takes. */
  long bytes() {
    return groupBytes + (count % GROUP == 0 ? 0 : growing.length());
  }

  int count() {
    return count;
  }

  int kind(int entry) {
    return look(entry).kind();
  }

  long size(int entry) {
    return look(entry).size();
  }

  /** How many bytes of the stream belong to those before. */
  long start(int entry) {
    return look(entry).start();
  }

  Instant modified(int entry) {
    return look(entry).modified();
  }

  int textBytes(int entry) {
    return look(entry).textBytes();
  }

  String text(int entry) {
    return read(entry).text();
  }

  private PackedGroup.Cursor look(int entry) {
    return new PackedGroup.Cursor(groups.get(entry / GROUP), false).to(entry % GROUP);
  }

  /** All of one, its text, too. */
  PackedGroup.Cursor read(int entry) {
    return new PackedGroup.Cursor(groups.get(entry / GROUP), true).to(entry % GROUP);
  }

  /** The first one that ends behind that offset in the stream; the last where none does. */
  int at(long streamOffset) {
    int low = 0;
    int high = groups.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (PackedGroup.start(groups.get(middle)) <= streamOffset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    PackedGroup.Cursor cursor = new PackedGroup.Cursor(groups.get(low), false);
    int entry = low * GROUP;
    cursor.next();
    while (cursor.start() + cursor.size() <= streamOffset && entry < count - 1) {
      cursor.next();
      entry++;
    }
    return entry;
  }

  boolean isSame(int entry, PackedRecords others, int other) {
    return read(entry).isSame(others.read(other));
  }
}
