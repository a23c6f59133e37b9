package io.localstream.adapters.persistence.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps folders open that files are sent from: those that a person named, and of all others the few
 * that were used last. One that was closed is opened again from the one around it, step by step,
 * and has to be the same. Safe for several threads.
 */
final class HeldFolders implements AutoCloseable {
  private static final int MAX_IDLE = 32;

  private final LinkOption[] options;
  private final Map<SourcePlace, Lease> leases = new LinkedHashMap<>(16, 0.75f, true);
  private int tops;
  private boolean closed;

  /**
   * @param options whether links in the folders are followed
   */
  HeldFolders(LinkOption... options) {
    this.options = options.clone();
  }

  /** What is done with a folder while it is open. */
  @FunctionalInterface
  interface Use<T> {
    T with(OpenFolder folder) throws IOException;
  }

  private static final class Lease {
    private final OpenFolder folder;
    private int users;

    private Lease(OpenFolder folder) {
      this.folder = folder;
    }
  }

  /** Whether links in the folders are followed. */
  LinkOption[] options() {
    return options.clone();
  }

  /** Takes over a folder that was opened by its path, so that it need not be opened again. */
  void adopt(SourcePlace place, OpenFolder folder) throws IOException {
    giveBack(enter(place, folder));
  }

  /**
   * Uses a folder.
   *
   * @throws SourceChangedException another folder is there now
   * @throws ClosedChannelException all is closed
   */
  <T> T in(SourcePlace place, Use<T> use) throws IOException {
    Lease lease = take(place);
    try {
      return use.with(lease.folder);
    } finally {
      giveBack(lease);
    }
  }

  private Lease take(SourcePlace place) throws IOException {
    synchronized (leases) {
      requireOpen();
      Lease lease = leases.get(place);
      if (lease != null) {
        lease.users++;
        return lease;
      }
    }
    OpenFolder folder = open(place);
    if (!folder.key().equals(place.key())) {
      folder.close();
      throw new SourceChangedException();
    }
    return enter(place, folder);
  }

  private OpenFolder open(SourcePlace place) throws IOException {
    SourcePlace around = place.around();
    try {
      return around == null
          ? OpenFolder.of(place.path())
          : in(around, outer -> outer.folder(place.name(), options));
    } catch (NotDirectoryException e) {
      throw new SourceChangedException(e);
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  private Lease enter(SourcePlace place, OpenFolder folder) throws IOException {
    synchronized (leases) {
      if (closed || leases.containsKey(place)) {
        folder.close();
      }
      requireOpen();
      Lease lease = leases.get(place);
      if (lease == null) {
        lease = new Lease(folder);
        leases.put(place, lease);
        tops += place.around() == null ? 1 : 0;
      }
      lease.users++;
      closeOldest();
      return lease;
    }
  }

  private void closeOldest() throws IOException {
    // Those that a person named stay, unless they are very many.
    int kept = tops > MAX_IDLE ? 0 : tops;
    Iterator<Map.Entry<SourcePlace, Lease>> oldest = leases.entrySet().iterator();
    while (leases.size() > MAX_IDLE + kept && oldest.hasNext()) {
      Map.Entry<SourcePlace, Lease> each = oldest.next();
      boolean top = each.getKey().around() == null;
      if (each.getValue().users == 0 && !(top && kept > 0)) {
        oldest.remove();
        tops -= top ? 1 : 0;
        each.getValue().folder.close();
      }
    }
  }

  private void giveBack(Lease lease) throws IOException {
    synchronized (leases) {
      lease.users--;
      if (closed && lease.users == 0) {
        lease.folder.close();
      }
    }
  }

  @Override
  public void close() {
    synchronized (leases) {
      closed = true;
      for (Lease lease : leases.values()) {
        if (lease.users == 0) {
          closeQuietly(lease.folder);
        }
      }
      leases.clear();
    }
  }

  private static void closeQuietly(OpenFolder folder) {
    try {
      folder.close();
    } catch (IOException _) {
      // It was only read.
    }
  }
}
