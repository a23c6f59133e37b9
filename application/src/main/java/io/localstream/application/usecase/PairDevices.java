package io.localstream.application.usecase;

import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.session.Session;
import java.time.Duration;

/** Makes two devices known to each other by a code that one person reads out to the other. */
public interface PairDevices {
  /**
   * Makes a code and lets whoever knows it connect to the listening connection with that port. A
   * code that was open before is burnt. Listening connections are announced with its number.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SUCH_CONNECTION}: this
   *     device does not listen there
   */
  OpenCode open(int port);

  /**
   * As {@link #open}, for one transfer with one device: from now on no other device is let in than
   * the one that comes of {@link OpenCode#await}. The person is asked whether a known device that
   * comes without the code is that one; where nobody can be asked, or says no, it is refused at
   * once, and both sides are told.
   */
  OpenCode openForOneDevice(int port);

  /**
   * Looks for the device that has made a code, and connects to it. Each device that answers and
   * turns out not to know the code costs one of three tries. Typing the code is the consent: nobody
   * is asked.
   *
   * @param code wiped when this returns
   * @param longest how long to look for it
   * @param remember whether the session is one that {@link KeepSessions} brings back
   * @throws io.localstream.domain.failure.LocalStreamException {@code NOT_FOUND}: nobody announces
   *     it; {@code CODE_WRONG}; {@code CODE_NOT_OPEN}: it was used, burnt or is too old there; or
   *     as {@link ConnectToPeer#connect}
   * @throws InterruptedException when the caller gives up
   */
  Session pair(PairingCode code, Duration longest, boolean remember) throws InterruptedException;

  /**
   * As {@link #pair}, but the other device is not pinned here: it is trusted until the session ends
   * because one of the two wants it. The session is none that is brought back.
   */
  Session pairOnce(PairingCode code, Duration longest) throws InterruptedException;

  /** A code that is open. Safe for several threads. */
  interface OpenCode extends AutoCloseable {
    /** What one person reads out; wiped once the code is used, burnt or too old. */
    PairingCode code();

    /**
     * Waits until it was used.
     *
     * @return the session with the device that knew it
     * @throws io.localstream.domain.failure.LocalStreamException {@code CODE_NOT_OPEN}: three wrong
     *     guesses or its time have burnt it, or another code took its place; {@code NO_PEER}:
     *     nobody used it within {@code longest}, and it is still open
     */
    Session await(Duration longest) throws InterruptedException;

    /** The device that uses it is trusted as with {@link PairDevices#pairOnce}. */
    void pinNothing();

    /** Burns it where it was not used. Idempotent. */
    @Override
    void close();
  }
}
