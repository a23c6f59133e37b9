package io.localstream.adapters.socket;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells interfaces that lead to a local network from those that lead elsewhere: to containers and
 * virtual machines of this machine, or through a tunnel. Linux tells it in {@code /sys}; elsewhere,
 * and where that is hidden, the usual names do. Stateless.
 */
final class VirtualInterfaces {
  private static final Pattern BRIDGE =
      Pattern.compile(
          "(docker|podman|virbr|vmnet|vboxnet|lxcbr|lxdbr|incusbr|cni|flannel)[0-9a-z.-]*"
              + "|br-[0-9a-f]{12}|bridge[0-9]{3}|vethernet.*");

  private static final Pattern TUNNEL =
      Pattern.compile("(tun|tap|wg|utun|tailscale|zt|ppp|ipsec|gif|stf|awdl|llw|anpi)[0-9a-z]*");

  private final Path system;

  /**
   * @param system where Linux tells of interfaces: {@code /sys/class/net}
   */
  VirtualInterfaces(Path system) {
    this.system = system;
  }

  /**
   * Whether it is one of those.
   *
   * @param defaultRoute whether the default route leaves through it; a bridge with it is the way to
   *     the local network
   */
  boolean test(NetworkInterface each, boolean defaultRoute) {
    return isPointToPoint(each) || isVirtual(each.getName(), defaultRoute);
  }

  boolean isVirtual(String name, boolean defaultRoute) {
    return isTunnel(name) || (!defaultRoute && isBridge(name) && !hasPhysicalPort(name));
  }

  private static boolean isPointToPoint(NetworkInterface each) {
    try {
      return each.isPointToPoint();
    } catch (SocketException e) {
      // It vanished while it was looked at.
      return false;
    }
  }

  private boolean isTunnel(String name) {
    return Files.exists(system.resolve(name).resolve("tun_flags")) || matches(TUNNEL, name);
  }

  private boolean isBridge(String name) {
    return Files.exists(system.resolve(name).resolve("bridge")) || matches(BRIDGE, name);
  }

  private static boolean matches(Pattern pattern, String name) {
    return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** A bridge through which virtual machines share the network card of this machine. */
  private boolean hasPhysicalPort(String name) {
    Path ports = system.resolve(name).resolve("brif");
    try (DirectoryStream<Path> all = Files.newDirectoryStream(ports)) {
      for (Path port : all) {
        if (Files.exists(system.resolve(port.getFileName().toString()).resolve("device"))) {
          return true;
        }
      }
    } catch (IOException e) {
      // It is none, or Linux does not tell.
      return false;
    }
    return false;
  }
}
