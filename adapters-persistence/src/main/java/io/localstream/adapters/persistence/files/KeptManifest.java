package io.localstream.adapters.persistence.files;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.UUID;

/** What a partial transfer is about, beside what has arrived of it. */
record KeptManifest(DeviceId sender, Manifest manifest) {
  static final String NAME = "manifest";
  private static final byte[] MAGIC = CheckedRecords.magic("LSPARTM", 1);

  /**
   * Writes it.
   *
   * @param destination where the person wanted it, for people
   * @param lasting whether it is to be forced to disk, too
   */
  void write(FileChannel channel, Destination destination, boolean lasting) throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
    out.write(MAGIC);
    out.write(CheckedRecords.frame(head(destination)).array());
    for (ManifestEntry entry : manifest.entries()) {
      out.write(CheckedRecords.frame(ManifestRecord.write(entry)).array());
    }
    out.flush();
    if (lasting) {
      channel.force(true);
    }
  }

  private byte[] head(Destination destination) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(sender.value().getMostSignificantBits());
    out.writeLong(sender.value().getLeastSignificantBits());
    out.writeInt(manifest.size());
    ManifestRecord.writeText(out, destination.target().value());
    ManifestRecord.writeText(out, destination.ifExists().name());
    return bytes.toByteArray();
  }

  /**
   * Reads it, if it is from that sender.
   *
   * @throws IOException it is not, or is damaged or incomplete
   */
  static KeptManifest read(DataInputStream in, DeviceId sender) throws IOException {
    CheckedRecords.requireMagic(in, MAGIC);
    DataInputStream head = new DataInputStream(new ByteArrayInputStream(next(in)));
    if (!new DeviceId(new UUID(head.readLong(), head.readLong())).equals(sender)) {
      throw new IOException("it is somebody else's");
    }
    int count = head.readInt();
    if (count < 0 || count > Manifest.MAX_ENTRIES) {
      throw new CheckedRecords.DamagedException("no transfer has as many files");
    }
    EntryPacker entries = new EntryPacker();
    while (entries.size() < count) {
      entries.add(ManifestRecord.read(next(in)));
    }
    if (in.read() >= 0) {
      throw new CheckedRecords.DamagedException("more than it says");
    }
    try {
      return new KeptManifest(sender, entries.manifest());
    } catch (IllegalArgumentException e) {
      throw new CheckedRecords.DamagedException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] next(DataInputStream in) throws IOException {
    return CheckedRecords.next(in)
        .orElseThrow(() -> new CheckedRecords.DamagedException("it was cut off"));
  }
}
