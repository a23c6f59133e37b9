package io.localstream.application.usecase;

/** Everything that can be asked of one device. */
public interface UseCases {
  OpenConnection openConnection();

  CloseConnection closeConnection();

  ConnectToPeer connectToPeer();

  SendFiles sendFiles();

  ReceiveFiles receiveFiles();

  DeclineOffer declineOffer();

  ListPossibleConnections listPossibleConnections();

  ShowStatus showStatus();

  PairDevices pairDevices();

  ReviewTrust reviewTrust();

  KeepSessions keepSessions();

  KeepTransfers keepTransfers();

  GuardIdentity guardIdentity();

  ChangeSettings changeSettings();

  DiagnoseNetwork diagnoseNetwork();

  MeasureSpeed measureSpeed();
}
