package io.localstream.application.conversation;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.network.Side;
import io.localstream.domain.session.SealedSecret;
import java.util.Objects;
import java.util.Optional;

/** How this device comes to an introduction. */
public sealed interface Approach {
  Side side();

  /** Somebody has come to a listening connection. */
  record Listening() implements Approach {
    @Override
    public Side side() {
      return Side.LISTENING;
    }
  }

  /**
   * This device has dialled.
   *
   * @param code what the person at the other end has read out
   * @param expected the device that must answer; it is a known one
   * @param secret of the session that is to be gone on with
   */
  record Dialling(
      Optional<HeldCode> code, Optional<DeviceId> expected, Optional<SealedSecret> secret)
      implements Approach {
    public Dialling {
      Objects.requireNonNull(code);
      Objects.requireNonNull(expected);
      Objects.requireNonNull(secret);
    }

    @Override
    public Side side() {
      return Side.DIALLED;
    }
  }
}
