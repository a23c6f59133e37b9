package io.localstream.application.speed;

import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.DiskSpeed;
import io.localstream.domain.speed.SpeedLimits;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import java.util.Optional;

/** Finds out how fast this device is by itself. Safe for several threads. */
public final class DeviceProbe {
  private final ScratchFiles files;
  private final Ticker ticker;
  private final SpeedLimits limits;
  private final CipherProbe cipher;
  private final DiskProbe disk;

  public DeviceProbe(
      ContentEncryption encryption,
      ScratchFiles files,
      IdentifierSource identifiers,
      Ticker ticker,
      SpeedLimits limits) {
    this.files = files;
    this.ticker = ticker;
    this.limits = limits;
    this.cipher = new CipherProbe(encryption, identifiers, ticker, limits);
    this.disk = new DiskProbe(ticker, limits);
  }

  public SpeedLimits limits() {
    return limits;
  }

  public Ticker ticker() {
    return ticker;
  }

  /**
   * Makes a file for measuring; whoever asks closes it.
   *
   * @throws io.localstream.domain.failure.LocalStreamException as {@link ScratchFiles#create}
   */
  public ScratchFile scratch(FileReference folder) {
    return files.create(folder, limits.fileBytes());
  }

  /** What can't be told from random bytes: it tells nothing, and can't be compressed. */
  public byte[] randomBytes(int length) {
    return cipher.randomBytes(length);
  }

  /**
   * Measures cipher and disk, which takes some seconds.
   *
   * @param scratch an empty file on the disk; holds what can be sent afterwards
   * @throws InterruptedException when this thread was interrupted
   */
  public DeviceSpeed measure(ScratchFile scratch) throws InterruptedException {
    CipherProbe.Result speed = cipher.measure();
    DiskSpeed diskSpeed = disk.measure(scratch, randomBytes(ChunkSize.DEFAULT.bytes()));
    return new DeviceSpeed(speed.sealing(), speed.opening(), Optional.of(diskSpeed));
  }

  /** As above, without a disk. */
  public DeviceSpeed measure() throws InterruptedException {
    CipherProbe.Result speed = cipher.measure();
    return new DeviceSpeed(speed.sealing(), speed.opening(), Optional.empty());
  }
}
