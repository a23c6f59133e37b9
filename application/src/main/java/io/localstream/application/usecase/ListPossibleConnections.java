package io.localstream.application.usecase;

import io.localstream.domain.network.LocalInterface;
import io.localstream.domain.network.Neighbour;
import java.util.List;

/** Tells where a peer could be reached. */
public interface ListPossibleConnections {
  Result list();

  /** Own interfaces, and the neighbours that the system knows. */
  record Result(List<LocalInterface> interfaces, List<Neighbour> neighbours) {
    public Result {
      interfaces = List.copyOf(interfaces);
      neighbours = List.copyOf(neighbours);
    }
  }
}
