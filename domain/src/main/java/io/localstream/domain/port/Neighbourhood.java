package io.localstream.domain.port;

import io.localstream.domain.network.Firewall;
import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.util.List;

/** What this machine can tell of its local network without sending anything. Thread-safe. */
public interface Neighbourhood {
  /**
   * The interfaces that are up and have an address: the one with the default route first, virtual
   * ones behind the others, loopback last. Never empty on a working machine.
   */
  List<LocalInterface> interfaces();

  /** Hosts in the system's neighbour tables; empty where the system does not tell. */
  List<Neighbour> neighbours();

  /** The packet filters of this system that may keep others from reaching a port of it. */
  List<Firewall> firewalls();
}
