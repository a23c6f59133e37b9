package io.localstream.application.service;

import io.localstream.application.usecase.ChangeSettings;
import io.localstream.application.usecase.CloseConnection;
import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.DeclineOffer;
import io.localstream.application.usecase.DiagnoseNetwork;
import io.localstream.application.usecase.GuardIdentity;
import io.localstream.application.usecase.KeepSessions;
import io.localstream.application.usecase.KeepTransfers;
import io.localstream.application.usecase.ListPossibleConnections;
import io.localstream.application.usecase.MeasureSpeed;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.PairDevices;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.ReviewTrust;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.SendFiles;
import io.localstream.application.usecase.ShowStatus;

/** One device: its use cases, over services that share their state. Thread-safe. */
public record LocalDevice(Connecting connecting, Transferring transferring, Keeping keeping)
    implements RunningDevice {
  /** Who is connected, and how that comes. */
  public record Connecting(
      OpenConnection openConnection,
      ClosingService closing,
      ConnectToPeer connectToPeer,
      PairingService pairing,
      KeepSessions keepSessions) {}

  /** What is sent and received. */
  public record Transferring(
      SendFiles sendFiles, ReceivingService receiving, KeepTransfers keepTransfers) {}

  /** What this device knows of itself, of others and of the network. */
  public record Keeping(
      ShowStatus showStatus,
      ReviewTrust reviewTrust,
      GuardIdentity guardIdentity,
      ChangeSettings changeSettings,
      Looking looking) {}

  /** What can be found out. */
  public record Looking(
      ListPossibleConnections possibleConnections,
      DiagnoseNetwork diagnosis,
      MeasureSpeed measuring) {}

  @Override
  public OpenConnection openConnection() {
    return connecting.openConnection();
  }

  @Override
  public CloseConnection closeConnection() {
    return connecting.closing();
  }

  @Override
  public ConnectToPeer connectToPeer() {
    return connecting.connectToPeer();
  }

  @Override
  public PairDevices pairDevices() {
    return connecting.pairing();
  }

  @Override
  public KeepSessions keepSessions() {
    return connecting.keepSessions();
  }

  @Override
  public SendFiles sendFiles() {
    return transferring.sendFiles();
  }

  @Override
  public ReceiveFiles receiveFiles() {
    return transferring.receiving();
  }

  @Override
  public DeclineOffer declineOffer() {
    return transferring.receiving();
  }

  @Override
  public KeepTransfers keepTransfers() {
    return transferring.keepTransfers();
  }

  @Override
  public ShowStatus showStatus() {
    return keeping.showStatus();
  }

  @Override
  public ReviewTrust reviewTrust() {
    return keeping.reviewTrust();
  }

  @Override
  public GuardIdentity guardIdentity() {
    return keeping.guardIdentity();
  }

  @Override
  public ChangeSettings changeSettings() {
    return keeping.changeSettings();
  }

  @Override
  public ListPossibleConnections listPossibleConnections() {
    return keeping.looking().possibleConnections();
  }

  @Override
  public DiagnoseNetwork diagnoseNetwork() {
    return keeping.looking().diagnosis();
  }

  @Override
  public MeasureSpeed measureSpeed() {
    return keeping.looking().measuring();
  }

  @Override
  public void shutDown() {
    connecting.closing().shutDown();
  }

  @Override
  public void close() {
    connecting.pairing().close();
    connecting.closing().closeAll();
  }
}
