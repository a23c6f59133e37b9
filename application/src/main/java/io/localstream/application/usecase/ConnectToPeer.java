package io.localstream.application.usecase;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Dials a device that listens. */
public interface ConnectToPeer {
  /**
   * Connects and returns once both sides trust each other. A first contact without a code asks this
   * side's person meanwhile, and the other's.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code UNREACHABLE}, {@code
   *     TIMED_OUT}, {@code NOT_TRUSTED} (this side said no), {@code DECLINED} (the other did),
   *     {@code KEY_CHANGED}, {@code REVOKED}, {@code LIMIT_REACHED}, {@code OWN_DEVICE}, {@code
   *     OTHER_DEVICE}, {@code CODE_WRONG}, {@code CODE_NOT_OPEN}, {@code CONNECTION_EXISTS}
   *     (connected there already) and others
   * @throws InterruptedException when the caller gives up; the attempt is taken back
   */
  Session connect(Command command) throws InterruptedException;

  /**
   * Looks for a known device by its name, where it announces itself or was met last, and connects
   * to it. Whoever else answers is refused.
   *
   * @param device name, identifier or the beginning of an identifier of a pinned device
   * @param longest how long to look for it
   * @param remember as in {@link Command}
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SUCH_DEVICE}: none is
   *     pinned under that name, or several are; {@code NOT_FOUND}: it is nowhere to be seen; or as
   *     {@link #connect(Command)}
   * @throws InterruptedException when the caller gives up
   */
  Session connect(String device, Duration longest, boolean remember) throws InterruptedException;

  /**
   * Whom to connect to.
   *
   * @param code what the person at the other end has read out; wiped when the call returns
   * @param expected the device that must answer; empty for any
   * @param remember whether the session is one that {@link KeepSessions} brings back
   */
  record Command(
      Endpoint remote, Optional<PairingCode> code, Optional<DeviceId> expected, boolean remember) {
    public Command {
      Objects.requireNonNull(remote);
      Objects.requireNonNull(code);
      Objects.requireNonNull(expected);
    }

    /** Whoever answers there, for as long as it lasts. */
    public static Command to(Endpoint remote) {
      return new Command(remote, Optional.empty(), Optional.empty(), false);
    }
  }
}
