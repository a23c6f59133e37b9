package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.session.SessionClaim;
import java.util.Optional;

/**
 * What came of an introduction.
 *
 * @param peer by the name under which it is known here
 * @param claim by which the peer wants to go on with a session
 * @param code by which the two were paired
 */
public record Introduced(
    PresentedDevice peer, Optional<SessionClaim> claim, Optional<HeldCode> code) {}
