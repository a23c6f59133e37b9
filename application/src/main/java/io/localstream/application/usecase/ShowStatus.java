package io.localstream.application.usecase;

import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Transfer;
import java.util.List;

/** Tells how this device stands. */
public interface ShowStatus {
  /**
   * A consistent picture of this moment.
   *
   * @throws io.localstream.domain.failure.LocalStreamException as the stores
   */
  Result show();

  /**
   * This device, its connections, its sessions and its transfers.
   *
   * @param connections open ones; active when a peer is connected
   * @param saved saved connections that are not open in this process
   * @param sessions open ones
   * @param transfers those that wait or run, and those that ended while this process has lived
   */
  record Result(
      DeviceName name,
      LocalIdentity identity,
      List<Connection> connections,
      List<SavedConnection> saved,
      List<Session> sessions,
      List<Transfer> transfers) {
    public Result {
      connections = List.copyOf(connections);
      saved = List.copyOf(saved);
      sessions = List.copyOf(sessions);
      transfers = List.copyOf(transfers);
    }

    /** Connections with a peer. */
    public long active() {
      return connections.stream().filter(Connection::isActive).count();
    }

    /** Connections without a peer, and saved ones that are not open. */
    public long inactive() {
      return overall() - active();
    }

    public long overall() {
      return (long) connections.size() + saved.size();
    }
  }
}
