package io.localstream.domain.message;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.failure.SpaceShortage;
import io.localstream.domain.session.SessionClaim;
import io.localstream.domain.transfer.ChunkRange;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.EntryPacker;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.SpoiltReason;
import io.localstream.domain.transfer.TransferId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A message of the control conversation. It only ever travels inside the secure channel. */
public sealed interface ControlMessage
    permits ControlMessage.Hello,
        ControlMessage.Status,
        ControlMessage.OfTransfer,
        ControlMessage.Heartbeat,
        ControlMessage.Unrecognised,
        Measure,
        Measured,
        Pairing {
  /**
   * The first message in both directions.
   *
   * @param version the protocol version spoken, from 1
   * @param wrappingKey the key that transfer keys for this device are wrapped with
   * @param code the number of the pairing code that whoever dialled was told
   * @param claim that a session is gone on with, from whoever dialled
   * @param successions how the device's keys came after former ones, the latest first, at most 4
   */
  record Hello(
      int version,
      DeviceName name,
      PublicKey wrappingKey,
      Optional<MacAddress> mac,
      Optional<Integer> code,
      Optional<SessionClaim> claim,
      List<Succession> successions)
      implements ControlMessage {
    public Hello {
      Objects.requireNonNull(name);
      Objects.requireNonNull(wrappingKey);
      Objects.requireNonNull(mac);
      Objects.requireNonNull(code);
      Objects.requireNonNull(claim);
      successions = List.copyOf(successions);
      if (successions.size() > Succession.MAX_TOLD) {
        throw new IllegalArgumentException("too many successions");
      }
      if (version < 1) {
        throw new IllegalArgumentException("versions count from 1");
      }
    }
  }

  /**
   * A predefined reply.
   *
   * @param transfer the transfer that it is about; empty when it is about the session
   * @param space with {@code NO_SPACE}, where it is known
   */
  record Status(StatusFlag flag, Optional<TransferId> transfer, Optional<SpaceShortage> space)
      implements ControlMessage {
    public Status {
      Objects.requireNonNull(flag);
      Objects.requireNonNull(transfer);
      Objects.requireNonNull(space);
    }

    public static Status of(StatusFlag flag) {
      return new Status(flag, Optional.empty(), Optional.empty());
    }

    public static Status of(StatusFlag flag, TransferId transfer) {
      return new Status(flag, Optional.of(transfer), Optional.empty());
    }
  }

  /** A message that belongs to a transfer; only once a session is open. */
  sealed interface OfTransfer extends ControlMessage
      permits Offer,
          Entries,
          Accept,
          Spoilt,
          Sent,
          ContentKey,
          Stored,
          LaneBroken,
          NewLane,
          Digests,
          Unsaved,
          NamesTold,
          Delivered {
    /** The transfer that it belongs to. */
    TransferId transfer();
  }

  /**
   * The sender asks whether the receiver wants this. What it consists of follows in {@link Entries}
   * messages.
   *
   * @param attempt as in {@link io.localstream.domain.transfer.Offer}
   * @param entries how many files, folders and links there are
   * @param verify as in {@link io.localstream.domain.transfer.Offer}
   * @param note as in {@link io.localstream.domain.transfer.Offer}
   */
  record Offer(
      TransferId transfer,
      int attempt,
      int entries,
      ChunkSize chunkSize,
      Optional<LaneCount> lanes,
      boolean verify,
      boolean note)
      implements OfTransfer {
    public Offer {
      Objects.requireNonNull(transfer);
      Objects.requireNonNull(chunkSize);
      Objects.requireNonNull(lanes);
      if (attempt < 1) {
        throw new IllegalArgumentException("attempts count from 1");
      }
      if (entries < 1 || entries > Manifest.MAX_ENTRIES) {
        throw new IllegalArgumentException("a transfer has 1 to 1,048,576 files");
      }
    }
  }

  /** The next entries of the offer that was begun, at least one. */
  record Entries(TransferId transfer, List<ManifestEntry> entries) implements OfTransfer {
    public Entries {
      Objects.requireNonNull(transfer);
      entries = EntryPacker.copyOf(entries);
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("entries come at least one at a time");
      }
    }
  }

  /**
   * The receiver wants it.
   *
   * @param tickets one for each lane that the sender may open, lane 0 first; empty where the
   *     receiver dialled
   * @param had chunks that need not be sent, in order and apart from each other
   * @param verify whether the receiver wants digests, too; the offer may ask for them already
   */
  record Accept(TransferId transfer, List<LaneTicket> tickets, List<ChunkRange> had, boolean verify)
      implements OfTransfer {
    /** So many there may be; where there were more, chunks are sent again. */
    public static final int MAX_HAD = 16_384;

    public Accept {
      Objects.requireNonNull(transfer);
      tickets = List.copyOf(tickets);
      had = List.copyOf(had);
      if (had.size() > MAX_HAD) {
        throw new IllegalArgumentException("too many ranges of chunks");
      }
      for (int i = 1; i < had.size(); i++) {
        if (had.get(i).first() <= had.get(i - 1).last() + 1) {
          throw new IllegalArgumentException("ranges of chunks are in order and apart");
        }
      }
    }
  }

  /**
   * The sender could not read a file as it was described. What was sent of it is worth nothing.
   *
   * @param entries its place in the manifest, and of others, from 0, each with the reason
   */
  record Spoilt(TransferId transfer, Map<Integer, SpoiltReason> entries) implements OfTransfer {
    /** In one message. */
    public static final int MAX_ENTRIES = 16_384;

    public Spoilt {
      Objects.requireNonNull(transfer);
      entries = Map.copyOf(entries);
      if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
        throw new IllegalArgumentException("too many entries, or none");
      }
      if (entries.keySet().stream().anyMatch(entry -> entry < 0)) {
        throw new IllegalArgumentException("entries count from 0");
      }
    }
  }

  /** Everything was sent and read once more: what is not {@link Spoilt} may be published. */
  record Sent(TransferId transfer) implements OfTransfer {
    public Sent {
      Objects.requireNonNull(transfer);
    }
  }

  /**
   * The key of the content, wrapped for the receiver.
   *
   * @param wrappedKey the transfer key under the receiver's wrapping key
   * @param tickets one for each lane that the receiver may open, lane 0 first; empty where the
   *     sender dialled
   */
  record ContentKey(TransferId transfer, byte[] wrappedKey, List<LaneTicket> tickets)
      implements OfTransfer {
    public ContentKey {
      Objects.requireNonNull(transfer);
      wrappedKey = wrappedKey.clone();
      tickets = List.copyOf(tickets);
    }

    @Override
    public byte[] wrappedKey() {
      return wrappedKey.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ContentKey key
          && transfer.equals(key.transfer)
          && Arrays.equals(wrappedKey, key.wrappedKey)
          && tickets.equals(key.tickets);
    }

    @Override
    public int hashCode() {
      return Objects.hash(transfer, Arrays.hashCode(wrappedKey), tickets);
    }

    @Override
    public String toString() {
      return "ContentKey[" + transfer + "]";
    }
  }

  /**
   * The receiver tells what it has of a lane. Chunks that left over a lane that is over, and are
   * not among them, are sent again over others.
   *
   * @param chunks how many of the chunks that came over the lane are stored: the first so many
   * @param over whether nothing more is taken from the lane, so that the number is final
   */
  record Stored(TransferId transfer, int lane, long chunks, boolean over) implements OfTransfer {
    public Stored {
      Objects.requireNonNull(transfer);
      if (lane < 0 || chunks < 0) {
        throw new IllegalArgumentException("lanes and chunks count from 0");
      }
    }
  }

  /** The sender can't use a lane any more, and would like to know what of it is stored. */
  record LaneBroken(TransferId transfer, int lane) implements OfTransfer {
    public LaneBroken {
      Objects.requireNonNull(transfer);
      if (lane < 0) {
        throw new IllegalArgumentException("lanes count from 0");
      }
    }
  }

  /**
   * Who listened lets who dialled open another lane, in the place of one that is over.
   *
   * @param lane its number, which no lane of the transfer had before
   */
  record NewLane(TransferId transfer, int lane, LaneTicket ticket) implements OfTransfer {
    public NewLane {
      Objects.requireNonNull(transfer);
      Objects.requireNonNull(ticket);
      if (lane < 0) {
        throw new IllegalArgumentException("lanes count from 0");
      }
    }
  }

  /** Says only that the sender of it is alive. */
  record Heartbeat() implements ControlMessage {}

  /** A well-formed message of a type that this version does not know; its content was dropped. */
  record Unrecognised() implements ControlMessage {}
}
