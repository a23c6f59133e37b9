package io.localstream.application.conversation;

import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.Notary;

/** What keeps content from others, frames it for the lanes, and shows that it has arrived. */
public record ContentPorts(
    ContentEncryption encryption, LaneFraming framing, Digester digester, Notary notary) {}
