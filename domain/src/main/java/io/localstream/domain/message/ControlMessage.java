package io.localstream.domain.message;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.session.SessionClaim;
import io.localstream.domain.speed.DeviceSpeed;
import io.localstream.domain.speed.Measurement;
import io.localstream.domain.speed.SpeedStep;
import io.localstream.domain.transfer.LaneTicket;
import io.localstream.domain.transfer.TransferId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A message of the control conversation. It only ever travels inside the secure channel. */
public sealed interface ControlMessage {
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
   * A message of the pairing exchange, in both directions; only between Hello and READY.
   *
   * @param round 1 to 3
   * @param payload what the {@link io.localstream.domain.port.PairingRun} made of it
   */
  record Pairing(int round, byte[] payload) implements ControlMessage {
    /** How many rounds there are. */
    public static final int ROUNDS = 3;

    public static final int MAX_PAYLOAD_BYTES = 2_048;

    public Pairing {
      if (round < 1 || round > ROUNDS) {
        throw new IllegalArgumentException("there is no such round");
      }
      if (payload.length == 0 || payload.length > MAX_PAYLOAD_BYTES) {
        throw new IllegalArgumentException("a payload has 1 to 2,048 bytes");
      }
      payload = payload.clone();
    }

    @Override
    public byte[] payload() {
      return payload.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pairing pairing
          && round == pairing.round
          && Arrays.equals(payload, pairing.payload);
    }

    @Override
    public int hashCode() {
      return Objects.hash(round, Arrays.hashCode(payload));
    }

    @Override
    public String toString() {
      return "Pairing[" + round + "]";
    }
  }

  /**
   * A predefined reply.
   *
   * @param transfer the transfer that it is about; empty when it is about the session
   */
  record Status(StatusFlag flag, Optional<TransferId> transfer) implements ControlMessage {
    public Status {
      Objects.requireNonNull(flag);
      Objects.requireNonNull(transfer);
    }

    public static Status of(StatusFlag flag) {
      return new Status(flag, Optional.empty());
    }

    public static Status of(StatusFlag flag, TransferId transfer) {
      return new Status(flag, Optional.of(transfer));
    }
  }

  /** A message that belongs to a transfer; only once a session is open. */
  sealed interface OfTransfer extends ControlMessage {
    /** The transfer that it belongs to. */
    TransferId transfer();
  }

  /** The sender asks whether the receiver wants this. */
  record Offer(io.localstream.domain.transfer.Offer offer) implements OfTransfer {
    public Offer {
      Objects.requireNonNull(offer);
    }

    @Override
    public TransferId transfer() {
      return offer.id();
    }
  }

  /**
   * The receiver wants it.
   *
   * @param tickets one for each lane that the sender may open, lane 0 first; empty where the
   *     receiver dialled
   */
  record Accept(TransferId transfer, List<LaneTicket> tickets) implements OfTransfer {
    public Accept {
      Objects.requireNonNull(transfer);
      tickets = List.copyOf(tickets);
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

  /**
   * Asks for a step of a measurement.
   *
   * @param measurement the same in all its steps
   * @param tickets one for each lane that the other side may open; empty where this side dialled,
   *     and where the step needs none
   * @param bytes how much is to be sent back; 0 where the step has nothing of its own to say
   */
  record Measure(TransferId measurement, SpeedStep step, List<LaneTicket> tickets, long bytes)
      implements ControlMessage {
    public Measure {
      if (bytes < 0) {
        throw new IllegalArgumentException("nothing less than 0 bytes can be sent");
      }
      Objects.requireNonNull(measurement);
      Objects.requireNonNull(step);
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * Answers {@link Measure}: the other side goes on with the step, or what came of it.
   *
   * @param tickets as in {@link Measure}
   * @param device what came of the step {@code DEVICE}
   * @param network what came of the step {@code NETWORK_THERE}
   */
  record Measured(
      TransferId measurement,
      SpeedStep step,
      List<LaneTicket> tickets,
      Optional<DeviceSpeed> device,
      Optional<Measurement> network)
      implements ControlMessage {
    public Measured {
      Objects.requireNonNull(measurement);
      Objects.requireNonNull(step);
      tickets = List.copyOf(tickets);
      Objects.requireNonNull(device);
      Objects.requireNonNull(network);
    }

    /** That it goes on. */
    public static Measured goingOn(
        TransferId measurement, SpeedStep step, List<LaneTicket> tickets) {
      return new Measured(measurement, step, tickets, Optional.empty(), Optional.empty());
    }
  }

  /** Says only that the sender of it is alive. */
  record Heartbeat() implements ControlMessage {}

  /** A well-formed message of a type that this version does not know; its content was dropped. */
  record Unrecognised() implements ControlMessage {}
}
