package io.localstream.domain.port;

import io.localstream.domain.port.contract.NeighbourhoodContract;
import io.localstream.domain.port.fake.ScriptedNeighbourhood;

class ScriptedNeighbourhoodTest extends NeighbourhoodContract {
  @Override
  protected Neighbourhood neighbourhood() {
    return new ScriptedNeighbourhood();
  }
}
