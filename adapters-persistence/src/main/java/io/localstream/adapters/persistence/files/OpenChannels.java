package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the files open that were used last, so that many can be used in turn with few descriptors.
 * Several threads may use the same file. Safe for several threads.
 */
final class OpenChannels implements AutoCloseable {
  /** Those in use at the moment come on top of it: one for each thread. */
  static final int MAX_IDLE = 64;

  private final Opening opening;
  private final Map<Integer, Lease> leases = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  OpenChannels(Opening opening) {
    this.opening = opening;
  }

  /** How a file is opened. */
  @FunctionalInterface
  interface Opening {
    FileChannel open(int file) throws IOException;
  }

  /** A file that is open, and how it is used. */
  static final class Lease {
    private final int file;
    private final FileChannel channel;
    private int users;
    private long movedBytes;

    private Lease(int file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    FileChannel channel() {
      return channel;
    }
  }

  /**
   * Opens the file unless it is open; to be given back with {@link #giveBack}.
   *
   * @throws ClosedChannelException all is closed
   */
  synchronized Lease take(int file) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    Lease lease = leases.get(file);
    if (lease == null) {
      lease = new Lease(file, opening.open(file));
      leases.put(file, lease);
    }
    lease.users++;
    closeOldest();
    return lease;
  }

  /** Gives a file back, which stays open for a while. */
  void giveBack(Lease lease) {
    giveBack(lease, 0, Long.MAX_VALUE);
  }

  /**
   * Gives a file back.
   *
   * @param movedBytes how many were read or written under this lease
   * @param allBytes how many have to be, by all together, so that nobody will need the file again
   * @return whether that is so: then it is for the caller to close the file
   */
  synchronized boolean giveBack(Lease lease, long movedBytes, long allBytes) {
    lease.users--;
    lease.movedBytes += movedBytes;
    boolean done = lease.users == 0 && lease.movedBytes >= allBytes;
    return done && leases.remove(lease.file, lease);
  }

  private void closeOldest() throws IOException {
    Iterator<Lease> oldest = leases.values().iterator();
    while (leases.size() > MAX_IDLE && oldest.hasNext()) {
      Lease lease = oldest.next();
      if (lease.users == 0) {
        oldest.remove();
        lease.channel.close();
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    for (Lease lease : leases.values()) {
      try {
        lease.channel.close();
      } catch (IOException _) {
        // What was forced is on the disk; what was not is not wanted any more.
      }
    }
    leases.clear();
  }
}
