package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that is sent, in order, in little memory: each is made when it is asked for. */
final class PackedSources {
  private final Manifest manifest;
  private final Path[] folders;
  private final int[] folderOf;
  private final int[] keys;

  private PackedSources(Manifest manifest, Packer packer) {
    this.manifest = manifest;
    this.folders = packer.folders.toArray(Path[]::new);
    this.folderOf = packer.folderOf;
    this.keys = packer.keys;
  }

  Manifest manifest() {
    return manifest;
  }

  int size() {
    return manifest.size();
  }

  SourceFile get(int number) {
    return new SourceFile(folders[folderOf[number]], manifest.entries().get(number), keys[number]);
  }

  /** Collects them. For one thread. */
  static final class Packer {
    private static final int FIRST_SIZE = 8;

    private final EntryPacker entries = new EntryPacker();

    /** Not all different, but those that follow each other share theirs. */
    private final List<Path> folders = new ArrayList<>();

    private int[] folderOf = new int[FIRST_SIZE];
    private int[] keys = new int[FIRST_SIZE];

    void add(SourceFile source) {
      int count = entries.size();
      if (count == keys.length) {
        folderOf = Arrays.copyOf(folderOf, count + (count >> 1));
        keys = Arrays.copyOf(keys, count + (count >> 1));
      }
      if (folders.isEmpty() || !folders.getLast().equals(source.folder())) {
        folders.add(source.folder());
      }
      folderOf[count] = folders.size() - 1;
      keys[count] = source.key();
      entries.add(source.entry());
    }

    int size() {
      return entries.size();
    }

    PackedSources packed() {
      return new PackedSources(entries.manifest(), this);
    }
  }
}
