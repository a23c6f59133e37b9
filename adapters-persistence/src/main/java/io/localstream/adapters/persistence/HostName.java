package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this host, and the device name made from it. */
final class HostName {
  private static final String FALLBACK = "LocalStream device";
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** Asks the kernel first: the resolver may take seconds to find out its own name. */
  static String find() {
    try {
      if (Files.isReadable(LINUX)) {
        return Files.readString(LINUX);
      }
      String windows = System.getenv("COMPUTERNAME");
      return windows == null ? InetAddress.getLocalHost().getHostName() : windows;
    } catch (UnknownHostException _) {
      return FALLBACK;
    } catch (IOException _) {
      return FALLBACK;
    }
  }

  /** The first label of a host name, without what a device name can't hold. */
  static DeviceName toDeviceName(String hostName) {
    int[] codePoints =
        hostName
            .strip()
            .codePoints()
            .takeWhile(codePoint -> codePoint != '.')
            .filter(codePoint -> !Character.isISOControl(codePoint))
            .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
            .limit(DeviceName.MAX_CODE_POINTS)
            .toArray();
    String label = new String(codePoints, 0, codePoints.length);
    return new DeviceName(label.isBlank() ? FALLBACK : label);
  }
}
