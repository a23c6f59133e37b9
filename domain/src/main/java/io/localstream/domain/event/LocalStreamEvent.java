package io.localstream.domain.event;

import io.localstream.domain.connection.Connection;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Transfer;
import java.time.Duration;
import java.util.OptionalInt;

/** What happened, for a person or a program that watches. */
public sealed interface LocalStreamEvent {
  /** A listening connection is open. */
  record ConnectionOpened(Connection connection) implements LocalStreamEvent {}

  /**
   * A listening connection is closed.
   *
   * @param message why, where nobody asked for it; empty otherwise
   */
  record ConnectionClosed(Endpoint endpoint, String message) implements LocalStreamEvent {}

  /** A peer is authenticated, trusted and connected. */
  record PeerJoined(Session session) implements LocalStreamEvent {}

  /**
   * A session ended.
   *
   * @param message why, one line for a person
   */
  record PeerLeft(Session session, String message) implements LocalStreamEvent {}

  /** Somebody tried to become a peer and did not. */
  record PeerRefused(Endpoint remote, FailureCode code, String message)
      implements LocalStreamEvent {}

  /**
   * Somebody tried a pairing code of this device, or this device tried one, and it did not fit.
   *
   * @param number the code's number
   * @param triesLeft of the code that is shown here; empty where it was typed here
   */
  record CodeTried(Endpoint remote, int number, OptionalInt triesLeft)
      implements LocalStreamEvent {}

  /**
   * A device was paired with by code.
   *
   * @param pinned whether its keys are pinned here; otherwise it is trusted for a while only
   */
  record Paired(PresentedDevice peer, boolean pinned) implements LocalStreamEvent {}

  /**
   * A known device has new keys, which are taken in the place of the former ones.
   *
   * @param signed whether the former key has signed for them; otherwise a person has accepted them
   */
  record KeysReplaced(PresentedDevice peer, Fingerprint former, boolean signed)
      implements LocalStreamEvent {}

  /**
   * A peer that is to be connected is away.
   *
   * @param next how long from now on it is tried again
   * @param message why the last try failed, one line for a person
   */
  record PeerAway(DeviceName name, Endpoint remote, Duration next, String message)
      implements LocalStreamEvent {}

  /** A peer that was away is connected again. */
  record PeerBack(Session session) implements LocalStreamEvent {}

  /** The other side's person is being asked whether to trust this device. */
  record AwaitingApproval(Endpoint remote) implements LocalStreamEvent {}

  /** A peer offers files; nobody has answered. */
  record OfferArrived(Transfer transfer) implements LocalStreamEvent {}

  /** A transfer began, moved on or ended; see its state. */
  record TransferChanged(Transfer transfer) implements LocalStreamEvent {}

  /**
   * A transfer that broke together with its session goes on by itself, or has ended after that; see
   * its state.
   */
  record TransferResumed(Transfer transfer) implements LocalStreamEvent {}

  /**
   * Another device has measured how fast this one is, or has begun to.
   *
   * @param message why it did not come to its end, one line for a person; empty where it did
   */
  record SpeedMeasured(DeviceName peer, String message) implements LocalStreamEvent {}

  /**
   * Something that a person should know did not work, and the rest goes on.
   *
   * @param message one line for a person
   */
  record Warning(String message) implements LocalStreamEvent {}
}
