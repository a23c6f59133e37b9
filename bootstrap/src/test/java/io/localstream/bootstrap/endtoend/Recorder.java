package io.localstream.bootstrap.endtoend;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps what passes, and passes it on as it is. */
final class Recorder implements Tampering {
  private final Map<TcpProxy.Stream, byte[]> streams = new ConcurrentSkipListMap<>();

  @Override
  public Result apply(TcpProxy.Stream stream, long offset, byte[] bytes) {
    streams.merge(stream, bytes, Recorder::join);
    return new Result(bytes, false);
  }

  private static byte[] join(byte[] before, byte[] after) {
    byte[] joined = java.util.Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, joined, before.length, after.length);
    return joined;
  }

  Map<TcpProxy.Stream, byte[]> recorded() {
    return Map.copyOf(streams);
  }
}
