package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.Manifest;
import java.util.ArrayList;
import java.util.List;

/** All that is sent, in order, in little memory: each is made when it is asked for. */
final class PackedSources {
  private final Manifest manifest;
  private final Packer packed;

  private PackedSources(Manifest manifest, Packer packed) {
    this.manifest = manifest;
    this.packed = packed;
  }

  Manifest manifest() {
    return manifest;
  }

  int size() {
    return manifest.size();
  }

  SourceFile get(int number) {
    return new SourceFile(
        packed.places.get(packed.firsts.floor(number)),
        manifest.entries().get(number),
        packed.keys.get(number));
  }

  /** Collects them. For one thread. */
  static final class Packer {
    private final EntryPacker entries = new EntryPacker();
    private final IntColumn keys = new IntColumn();

    /** Not all different, but those that follow each other share theirs. */
    private final List<SourcePlace> places = new ArrayList<>();

    /** Of each of these the first that lies in it. */
    private final IntColumn firsts = new IntColumn();

    @SuppressWarnings("ReferenceEquality") // A place is equal to itself only.
    void add(SourceFile source) {
      if (places.isEmpty() || places.getLast() != source.place()) {
        places.add(source.place());
        firsts.add(entries.size());
      }
      keys.add(source.key());
      entries.add(source.entry());
    }

    int size() {
      return entries.size();
    }

    /** All of them; to be asked for once. */
    PackedSources packed() {
      return new PackedSources(entries.manifest(), this);
    }
  }
}
