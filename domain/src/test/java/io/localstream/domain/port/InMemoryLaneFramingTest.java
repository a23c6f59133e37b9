package io.localstream.domain.port;

import io.localstream.domain.port.contract.LaneFramingContract;
import io.localstream.domain.port.fake.InMemoryLaneFraming;

class InMemoryLaneFramingTest extends LaneFramingContract {
  @Override
  protected LaneFraming framing() {
    return new InMemoryLaneFraming();
  }
}
