package io.localstream.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferSummary;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static TransferSummary transfer(int number) {
    return new TransferSummary(
        new TransferId(new UUID(1, number)),
        Transfer.Direction.SENDING,
        "a.txt",
        1,
        1,
        SampleDevices.NOW,
        Optional.empty());
  }

  @Test
  void remembersTheLatestTransfersOnly() {
    Session session =
        new Session(
            new SessionId(new UUID(0, 1)),
            SampleDevices.device(1),
            Endpoint.of("192.168.1.7", 4711),
            Side.DIALLED,
            Endpoint.of("192.168.1.7", 4711),
            SampleDevices.NOW,
            Optional.empty(),
            true,
            Optional.empty(),
            List.of());
    for (int i = 0; i < Session.MOST_TRANSFERS + 3; i++) {
      session = session.record(transfer(i));
    }

    assertThat(session.transfers()).hasSize(Session.MOST_TRANSFERS);
    assertThat(session.transfers().getFirst()).isEqualTo(transfer(3));
    assertThat(session.transfers().getLast()).isEqualTo(transfer(Session.MOST_TRANSFERS + 2));
  }
}
