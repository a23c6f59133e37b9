package io.localstream.application.conversation;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what was stored with what the sender has read, file by file. For one thread. */
final class Comparison {
  private final Manifest manifest;
  private final IncomingTree files;
  private final DigestWalk walk;
  private final Digester digester;
  private final List<ContentDigest> told = new ArrayList<>();

  Comparison(Manifest manifest, IncomingTree files, Digester digester) {
    this.manifest = manifest;
    this.files = files;
    this.walk = new DigestWalk(manifest, files::isWanted, files::read, digester);
    this.digester = digester;
  }

  /** Whether everything that was stored has been read. */
  boolean isDone() {
    return walk.isDone();
  }

  /** Reads on for a while. */
  void step() {
    walk.step();
  }

  /** The sender goes on telling; whether there can be so many digests. */
  boolean hear(List<ContentDigest> digests) {
    told.addAll(digests);
    return told.size() <= manifest.files();
  }

  /** Whether the sender has told everything. */
  boolean isTold() {
    return told.size() == manifest.files();
  }

  /**
   * What was compared and is the same, as one digest.
   *
   * @param unsaved what has no part in it
   */
  ContentDigest sum(EntrySet unsaved) {
    return DigestWalk.sum(manifest, walk.found(), unsaved, digester);
  }

  /**
   * What is not the same.
   *
   * @param sender its name, safe to show
   */
  Map<Integer, MissingEntry> different(String sender) {
    Map<Integer, MissingEntry> different = new TreeMap<>();
    int file = 0;
    for (int entry = 0; entry < manifest.size(); entry++) {
      if (manifest.isFile(entry)) {
        ContentDigest stored = walk.found().get(entry);
        if (stored != null && !stored.equals(told.get(file))) {
          different.put(entry, different(target(entry), sender));
        }
        file++;
      }
    }
    return different;
  }

  private String target(int entry) {
    return files.destination().value() + "/" + manifest.path(entry);
  }

  private static MissingEntry different(String target, String sender) {
    return new MissingEntry(
        DisplayText.escape(target),
        FailureCode.CONTENT_DAMAGED,
        "was stored with another content than it has on " + sender + "; send it again");
  }
}
