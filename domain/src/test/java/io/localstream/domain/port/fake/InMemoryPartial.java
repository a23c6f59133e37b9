package io.localstream.domain.port.fake;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.StreamRanges;
import io.localstream.domain.transfer.StreamRanges.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * What has arrived of a transfer.
 *
 * @param folder in which it will be
 * @param noted what of the stream another transfer can go on with
 */
record InMemoryPartial(
    DeviceId sender, String folder, Manifest manifest, byte[] stream, StreamRanges noted) {
  boolean isUsefulTo(InMemoryPartial wanted) {
    return sender.equals(wanted.sender)
        && folder.equals(wanted.folder)
        && !wanted.with(this).noted.ranges().isEmpty();
  }

  InMemoryPartial noting(StreamRanges more) {
    return new InMemoryPartial(sender, folder, manifest, stream, noted.and(more));
  }

  /** This one with what another has of the same files. */
  InMemoryPartial with(InMemoryPartial other) {
    List<Range> ranges = new ArrayList<>();
    for (int file = 0; file < manifest.entries().size(); file++) {
      int old = other.manifest.entries().indexOf(manifest.entries().get(file));
      for (Range range : old < 0 ? List.<Range>of() : other.noted.ranges()) {
        long from = Math.max(range.start(), other.start(old));
        long to = Math.min(range.end(), other.start(old + 1));
        long shift = start(file) - other.start(old);
        if (from < to) {
          System.arraycopy(
              other.stream, (int) from, stream, (int) (from + shift), (int) (to - from));
          ranges.add(new Range(from + shift, to + shift));
        }
      }
    }
    return noting(new StreamRanges(ranges));
  }

  /** Where a file begins in the stream; the end of the stream behind the last. */
  long start(int file) {
    return manifest.entries().subList(0, file).stream().mapToLong(entry -> entry.sizeBytes()).sum();
  }
}
