package io.localstream.application.service;

import io.localstream.application.usecase.CloseConnection;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.application.usecase.ShowStatus;

/** One device: its use cases, over services that share their state. Thread-safe. */
public record LocalDevice(
    OpenConnection openConnection,
    ClosingService closing,
    ConnectToPeer connectToPeer,
    SendFiles sendFiles,
    ReceivingService receiving,
    StatusService status)
    implements RunningDevice {
  @Override
  public CloseConnection closeConnection() {
    return closing;
  }

  @Override
  public ReceiveFiles receiveFiles() {
    return receiving;
  }

  @Override
  public DeclineOffer declineOffer() {
    return receiving;
  }

  @Override
  public ListPossibleConnections listPossibleConnections() {
    return status;
  }

  @Override
  public ShowStatus showStatus() {
    return status;
  }

  @Override
  public void close() {
    closing.closeAll();
  }
}
