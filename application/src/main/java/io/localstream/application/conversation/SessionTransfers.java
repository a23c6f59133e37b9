package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.transfer.TransferId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transfers of one session that have not ended. Thread-safe. */
final class SessionTransfers {
  /** So many may be open at the same time, offers that wait for an answer among them. */
  private static final int MAX_OPEN = 64;

  private final Map<TransferId, TransferTrack> open = new HashMap<>();
  private @Nullable LocalStreamException end;

  /** Adds one of this side's own making; it fails at once where the session has ended. */
  void add(TransferTrack track) {
    LocalStreamException ended;
    synchronized (this) {
      open.put(track.current().id(), track);
      ended = end;
    }
    if (ended != null) {
      track.mailbox().fail(ended, true);
    }
  }

  /** Adds one that the peer offers, unless its identifier is taken or there are too many. */
  synchronized boolean offer(TransferTrack track) {
    return open.size() < MAX_OPEN && open.putIfAbsent(track.current().id(), track) == null;
  }

  /** How the peer is told that one it offered was not added. */
  StatusFlag whyNot(TransferId id) {
    return isOpen(id) ? StatusFlag.MESSAGE_UNEXPECTED : StatusFlag.LIMIT_REACHED;
  }

  /** Takes one out that ended; whether it was there. */
  synchronized boolean remove(TransferTrack track) {
    return open.remove(track.current().id(), track);
  }

  boolean isOpen(TransferId id) {
    return find(id).isPresent();
  }

  /** Passes a message on; whether there is such a transfer. */
  boolean deliver(TransferId id, ControlMessage message) {
    Optional<TransferTrack> track = find(id);
    track.ifPresent(found -> found.mailbox().deliver(message));
    return track.isPresent();
  }

  /** Lets one fail because the peer has said so; nothing where it has ended. */
  void failedByPeer(TransferId id, LocalStreamException reason) {
    find(id).ifPresent(track -> track.mailbox().fail(reason, true));
  }

  /** Lets all fail, and every one that is still to come. */
  void endAll(LocalStreamException reason) {
    List<TransferTrack> all;
    synchronized (this) {
      end = reason;
      all = List.copyOf(open.values());
    }
    all.forEach(track -> track.mailbox().fail(reason, true));
  }

  private synchronized Optional<TransferTrack> find(TransferId id) {
    return Optional.ofNullable(open.get(id));
  }
}
