package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.LinkTarget;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** One entry of a manifest in the form in which it is kept with what has arrived of it. */
final class ManifestRecord {
  private static final int FILE = 'f';
  private static final int FOLDER = 'd';
  private static final int LINK = 'l';

  private ManifestRecord() {}

  static byte[] write(ManifestEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (entry) {
      case ManifestEntry.File _ -> out.writeByte(FILE);
      case ManifestEntry.Folder _ -> out.writeByte(FOLDER);
      case ManifestEntry.Link _ -> out.writeByte(LINK);
    }
    out.writeShort(entry.permissions());
    out.writeLong(entry.sizeBytes());
    Instant modified = entry.modified();
    out.writeLong(modified.getEpochSecond());
    out.writeInt(modified.getNano());
    writeText(out, entry.path().value());
    if (entry instanceof ManifestEntry.Link link) {
      writeText(out, link.target().value());
    }
    return bytes.toByteArray();
  }

  /**
   * Reads it.
   *
   * @throws IOException no entry could have been written like that
   */
  static ManifestEntry read(byte[] record) throws IOException {
    ManifestEntry entry = parse(record);
    // Nothing behind it, no name that is not all there or no UTF-8: each has one form.
    if (!Arrays.equals(write(entry), record)) {
      throw new CheckedRecords.DamagedException("an entry in another form");
    }
    return entry;
  }

  private static ManifestEntry parse(byte[] record) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
    try {
      int kind = in.readUnsignedByte();
      int permissions = in.readUnsignedShort();
      long size = in.readLong();
      Instant modified = Instant.ofEpochSecond(in.readLong(), in.readInt());
      RelativePath path = new RelativePath(readText(in));
      return switch (kind) {
        case FILE -> new ManifestEntry.File(path, size, modified, permissions);
        case FOLDER -> new ManifestEntry.Folder(path, modified, permissions);
        case LINK -> new ManifestEntry.Link(path, new LinkTarget(readText(in)), modified);
        default -> throw new CheckedRecords.DamagedException("no such kind of entry");
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CheckedRecords.DamagedException(String.valueOf(e.getMessage()));
    }
  }

  /** Its length and its UTF-8. */
  static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > CheckedRecords.MAX_BYTES) {
      throw new CheckedRecords.DamagedException("no text is as long as that");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
