package io.localstream.adapters.socket;

import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import io.localstream.domain.port.Neighbourhood;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the system: Java for the interfaces; for the neighbours {@code ip} or {@code /proc/net/arp}
 * on Linux and {@code arp} elsewhere. Where there is none of them, there are no neighbours to tell.
 * The packet filters it asks by their own tools. Stateless, thus thread-safe.
 */
public final class SystemNeighbourhood implements Neighbourhood {
  private static final List<String> IP = List.of("ip", "-json", "neigh", "show");
  private static final List<String> ARP = List.of("arp", "-an");
  private static final Path LINUX_ARP_TABLE = Path.of("/proc/net/arp");

  private final SystemInterfaces interfaces = new SystemInterfaces();
  private final Function<List<String>, Optional<String>> tool;
  private final Path linuxArpTable;
  private final SystemFirewalls firewalls;

  /** The neighbourhood of the machine that this runs on. */
  public SystemNeighbourhood() {
    this(SystemTool::output, LINUX_ARP_TABLE);
  }

  /**
   * @param tool runs a command and tells its output, or nothing where it can't
   */
  SystemNeighbourhood(Function<List<String>, Optional<String>> tool, Path linuxArpTable) {
    this.tool = tool;
    this.linuxArpTable = linuxArpTable;
    firewalls = new SystemFirewalls(tool);
  }

  @Override
  public List<LocalInterface> interfaces() {
    return interfaces.all();
  }

  @Override
  public List<Firewall> firewalls() {
    return firewalls.all();
  }

  @Override
  public List<Neighbour> neighbours() {
    // The first knows IPv6 too; the others are for systems that lack it.
    return tool.apply(IP)
        .flatMap(NeighbourTables::fromIpJson)
        .or(() -> readLinuxArpTable().map(NeighbourTables::fromLinuxArpTable))
        .or(() -> tool.apply(ARP).map(NeighbourTables::fromArp))
        .orElse(List.of());
  }

  private Optional<String> readLinuxArpTable() {
    try {
      return Optional.of(Files.readString(linuxArpTable));
    } catch (IOException e) {
      // Not a Linux, or not allowed to look: there are other ways to ask.
      return Optional.empty();
    }
  }
}
