package io.localstream.application.conversation;

import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.Succession;
import java.util.List;
import java.util.Optional;

/** How this device presents itself. */
public record CallingCard(
    LocalIdentity identity,
    DeviceName name,
    Optional<MacAddress> mac,
    List<Succession> successions) {}
