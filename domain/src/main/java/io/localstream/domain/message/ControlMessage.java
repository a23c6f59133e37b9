package io.localstream.domain.message;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.device.Succession;
import io.localstream.domain.session.SessionClaim;
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

  /** The sender asks whether the receiver wants this. */
  record Offer(io.localstream.domain.transfer.Offer offer) implements ControlMessage {
    public Offer {
      Objects.requireNonNull(offer);
    }
  }

  /**
   * The receiver wants it.
   *
   * @param tickets one for each lane that the sender may open; empty where the receiver dialled
   */
  record Accept(TransferId transfer, List<LaneTicket> tickets) implements ControlMessage {
    public Accept {
      Objects.requireNonNull(transfer);
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * The key of the content, wrapped for the receiver.
   *
   * @param wrappedKey the transfer key under the receiver's wrapping key
   * @param tickets one for each lane that the receiver may open; empty where the sender dialled
   */
  record ContentKey(TransferId transfer, byte[] wrappedKey, List<LaneTicket> tickets)
      implements ControlMessage {
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

  /** Says only that the sender of it is alive. */
  record Heartbeat() implements ControlMessage {}

  /** A well-formed message of a type that this version does not know; its content was dropped. */
  record Unrecognised() implements ControlMessage {}
}
