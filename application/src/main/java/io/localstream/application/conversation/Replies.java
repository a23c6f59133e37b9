package io.localstream.application.conversation;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.transfer.Transfer;
import java.util.Locale;
import java.util.Optional;

/** Translates between failures of this side and the flags by which the other side is told. */
final class Replies {
  private Replies() {}

  /** What tells a peer why a transfer has failed on this side. */
  static ControlMessage.Status status(LocalStreamException failure, Transfer transfer) {
    StatusFlag flag =
        switch (transfer.direction()) {
          case SENDING -> flagOfSender(failure.code());
          case RECEIVING -> flagOfReceiver(failure.code());
        };
    return new ControlMessage.Status(flag, Optional.of(transfer.id()), failure.shortage());
  }

  private static StatusFlag flagOfSender(FailureCode code) {
    return switch (code) {
      case FILE_MISSING -> StatusFlag.SOURCE_GONE;
      case FILE_UNREADABLE, NO_PERMISSION, NO_SPACE -> StatusFlag.SOURCE_UNREADABLE;
      default -> flag(code);
    };
  }

  private static StatusFlag flagOfReceiver(FailureCode code) {
    return switch (code) {
      case FILE_MISSING -> StatusFlag.DESTINATION_MISSING;
      case FILE_UNREADABLE, FILE_CHANGED -> StatusFlag.STORAGE_REFUSED;
      default -> flag(code);
    };
  }

  /** The flag that tells a peer of a failure on this side. */
  static StatusFlag flag(FailureCode code) {
    return switch (code) {
      case DECLINED, NOT_TRUSTED, OWN_DEVICE -> StatusFlag.DECLINED;
      case NOBODY_ASKED -> StatusFlag.NOBODY_ASKED;
      case CODE_WANTED -> StatusFlag.CODE_WANTED;
      case OTHER_DEVICE, NOT_MEANT -> StatusFlag.NOT_MEANT;
      case ONLY_LOOKED -> StatusFlag.ONLY_LOOKED;
      case KEY_CHANGED -> StatusFlag.KEY_CHANGED;
      case REVOKED -> StatusFlag.REVOKED;
      case CODE_WRONG -> StatusFlag.CODE_WRONG;
      case CODE_NOT_OPEN -> StatusFlag.CODE_NOT_OPEN;
      case LIMIT_REACHED -> StatusFlag.LIMIT_REACHED;
      case VERSION_MISMATCH -> StatusFlag.VERSION_UNSUPPORTED;
      case PROTOCOL_VIOLATION -> StatusFlag.MESSAGE_MALFORMED;
      case CANCELLED -> StatusFlag.CANCELLED;
      case SHUTTING_DOWN -> StatusFlag.SHUTTING_DOWN;
      case CONTENT_DAMAGED -> StatusFlag.CONTENT_DAMAGED;
      case FILE_CHANGED, FILE_MISSING, FILE_UNREADABLE -> StatusFlag.SOURCE_CHANGED;
      case FILE_UNWRITABLE -> StatusFlag.STORAGE_REFUSED;
      case NO_SPACE -> StatusFlag.NO_SPACE;
      case NO_PERMISSION -> StatusFlag.NO_PERMISSION;
      case READ_ONLY -> StatusFlag.READ_ONLY;
      case FILE_EXISTS -> StatusFlag.NAME_TAKEN;
      case FILE_NAME_UNSAFE -> StatusFlag.NAME_IMPOSSIBLE;
      case NAME_HIDDEN, NAME_NOT_HELD -> StatusFlag.NAMES_REFUSED;
      case TIMED_OUT -> StatusFlag.TIMED_OUT;
      case LINK_BROKEN, UNREACHABLE, NAME_UNKNOWN -> StatusFlag.LANE_BROKEN;
      case CLOSED -> StatusFlag.GOODBYE;
      case INVALID_ARGUMENT,
          NO_SUCH_CONNECTION,
          CONNECTION_EXISTS,
          NO_SUCH_TRANSFER,
          NO_SUCH_PEER,
          NO_SUCH_DEVICE,
          NO_SUCH_SESSION,
          NOT_FOUND,
          IDENTITY_LOCKED,
          ADDRESS_IN_USE,
          ADDRESS_NOT_LOCAL,
          PORT_FORBIDDEN,
          NO_PEER,
          NO_OFFER,
          HANDSHAKE_FAILED,
          STORE_DAMAGED,
          STORE_UNAVAILABLE,
          HOME_INSECURE,
          PEER_FAILED,
          PEER_CANNOT_STORE,
          PEER_CANNOT_READ,
          NOT_VERIFIED,
          INTERNAL ->
          StatusFlag.INTERNAL_ERROR;
    };
  }

  /** As {@link #failure}, where the flag came with a transfer. */
  static LocalStreamException failureOfTransfer(ControlMessage.Status status, String peer) {
    return switch (status.flag()) {
      case LIMIT_REACHED ->
          of(
              FailureCode.LIMIT_REACHED,
              peer + " has as many offers as it can take; send it again when some are answered");
      case NO_SPACE ->
          status
              .space()
              .map(space -> noSpace(space, peer))
              .orElseGet(() -> failure(status.flag(), peer));
      default -> failure(status.flag(), peer);
    };
  }

  private static LocalStreamException noSpace(SpaceShortage space, String peer) {
    return of(
        FailureCode.PEER_CANNOT_STORE,
        peer
            + " has no space for it: it needs "
            + megabytes(space.neededBytes())
            + ", and "
            + megabytes(space.freeBytes())
            + " are free there");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }

  /** What it means here that {@code peer} has sent {@code flag}. */
  static LocalStreamException failure(StatusFlag flag, String peer) {
    return switch (flag) {
      case DECLINED -> of(FailureCode.DECLINED, peer + " said no");
      case NOBODY_ASKED ->
          of(
              FailureCode.NOBODY_ASKED,
              "nobody at "
                  + peer
                  + " answered; the command there needs a terminal, or --yes to accept unasked");
      case CODE_WANTED ->
          of(
              FailureCode.CODE_WANTED,
              peer + " waits for the code that it shows; type it here: localstream receive");
      case NOT_MEANT ->
          of(
              FailureCode.NOT_MEANT,
              peer
                  + " looked for another device and refused this one; if this device was set up"
                  + " anew: on "
                  + peer
                  + ", trust forget, then pair again");
      case ONLY_LOOKED ->
          of(
              FailureCode.ONLY_LOOKED,
              peer + " only looked at what would be received, and took nothing; send it again");
      case LIMIT_REACHED ->
          of(
              FailureCode.LIMIT_REACHED,
              peer + " has as many peers as its connection may have; try again later");
      case REVOKED -> of(FailureCode.REVOKED, peer + " does not trust this device any more");
      case KEY_CHANGED ->
          of(
              FailureCode.KEY_CHANGED,
              peer + " knows this device by another key and refused it; its owner must decide");
      case CODE_WRONG ->
          of(
              FailureCode.CODE_WRONG,
              "the code does not fit that of "
                  + peer
                  + ", or somebody sits in between; nothing was sent or received");
      case CODE_NOT_OPEN ->
          of(
              FailureCode.CODE_NOT_OPEN,
              "no such code is open at "
                  + peer
                  + ": it was used, burnt or is too old; ask for a new one");
      case VERSION_UNSUPPORTED ->
          of(
              FailureCode.VERSION_MISMATCH,
              peer + " speaks another version of the protocol; update the older of the two");
      case MESSAGE_UNKNOWN, MESSAGE_MALFORMED, MESSAGE_UNEXPECTED ->
          of(FailureCode.PROTOCOL_VIOLATION, peer + " did not understand a message");
      // Not CANCELLED: nobody has interrupted anything on this side.
      case CANCELLED -> of(FailureCode.DECLINED, peer + " cancelled");
      case SHUTTING_DOWN -> of(FailureCode.CLOSED, "the program on " + peer + " was told to end");
      case CONTENT_DAMAGED ->
          of(
              FailureCode.CONTENT_DAMAGED,
              "content reached " + peer + " damaged and was thrown away; send it again");
      case SOURCE_CHANGED -> unreadable("the file changed on " + peer + " while it was sent");
      case SOURCE_GONE -> unreadable("the file is not there any more on " + peer);
      case SOURCE_UNREADABLE -> unreadable("the file can't be read on " + peer);
      case STORAGE_REFUSED -> unstorable(peer + " could not store it; the reason is shown there");
      case NO_SPACE -> unstorable(peer + " has no space for it");
      case NO_PERMISSION ->
          unstorable(peer + " may not write to its destination: permission denied there");
      case READ_ONLY ->
          unstorable("the destination on " + peer + " is on a file system that is read-only");
      case NAME_TAKEN ->
          unstorable("the name exists on " + peer + " and is kept (--existing decides that there)");
      case DESTINATION_MISSING ->
          unstorable("the destination on " + peer + " is not there; it has to be created there");
      case NAME_IMPOSSIBLE ->
          unstorable(peer + " can't have a file of that name at its destination; rename it");
      case NAMES_REFUSED ->
          of(
              FailureCode.NAME_NOT_HELD,
              peer
                  + " took nothing, because of the names: its destination can't hold them, or they"
                  + " are hidden and were not agreed to");
      case TIMED_OUT -> of(FailureCode.TIMED_OUT, peer + " waited for too long and gave up");
      case LANE_BROKEN -> of(FailureCode.LINK_BROKEN, "the data connection to " + peer + " broke");
      case GOODBYE -> of(FailureCode.CLOSED, peer + " closed the connection");
      case INTERNAL_ERROR -> of(FailureCode.PEER_FAILED, peer + " failed with an internal error");
      case READY, APPROVAL_PENDING, TRANSFER_COMPLETE ->
          of(FailureCode.PROTOCOL_VIOLATION, peer + " sent a reply out of turn");
    };
  }

  private static LocalStreamException unstorable(String message) {
    return of(FailureCode.PEER_CANNOT_STORE, message);
  }

  private static LocalStreamException unreadable(String message) {
    return of(FailureCode.PEER_CANNOT_READ, message);
  }

  private static LocalStreamException of(FailureCode code, String message) {
    return new LocalStreamException(code, message);
  }
}
