package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.adapters.cli.Samples;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Transfer.Direction;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReportTest {
  @Test
  void showsConnectionsSessionsTransfersAndTotals() {
    Endpoint endpoint = Endpoint.of("192.168.1.7", 8080);
    Session session = Samples.session("anna", endpoint, Side.LISTENING);
    ShowStatus.Result status =
        new ShowStatus.Result(
            new DeviceName("kitchen"),
            Samples.self(),
            List.of(
                Connection.listening(endpoint, new PeerLimit(10)).admit(session.id()),
                Connection.listening(Endpoint.of("::1", 9), new PeerLimit(1))),
            List.of(new SavedConnection(Endpoint.of("10.0.0.1", 443), new PeerLimit(2))),
            List.of(session),
            List.of(
                Samples.transfer("Αρχείο 1.txt", 1_000, Direction.SENDING, "anna")
                    .accept()
                    .progress(500),
                Samples.transfer("資料.pdf", 0, Direction.RECEIVING, "bert")
                    .fail(FailureCode.DECLINED, "no")));

    assertThat(new StatusReport(ZoneOffset.UTC).lines(status, List.of()))
        .containsExactly(
            "device kitchen, id 00000000-0000-0000-0000-000000000001",
            "  fingerprint:       0123 4567 89ab cdef 0123 4567 89ab cdef",
            "                     0123 4567 89ab cdef 0123 4567 89ab cdef",
            "connections: 3 overall, 1 active, 2 inactive",
            "  HOST         PORT  STATE     PEERS    SIDE",
            "  192.168.1.7  8080  active    1 of 10  listening",
            "  ::1          9     inactive  0 of 1   listening",
            "  10.0.0.1     443   inactive  0 of 2   saved, not open in this program",
            "sessions: 1",
            "  PEER  ID                                    FINGERPRINT          SINCE              "
                + "  REMOTE",
            "  anna  "
                + session.peer().id()
                + "  fedc ba98 7654 3210  2026-01-01 12:00:00  192.168.1.9:50123",
            "transfers: 2",
            "  FILE            SIZE     DIRECTION  PEER  STATE             DONE",
            "  \"Αρχείο 1.txt\"  1.0 kB   sending    anna  running           50%",
            "  資料.pdf        0 bytes  receiving  bert  failed: DECLINED  -");
  }
}
