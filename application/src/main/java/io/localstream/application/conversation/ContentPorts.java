package io.localstream.application.conversation;

import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.Notary;

/** What keeps content from others, and shows that it has arrived. */
public record ContentPorts(ContentEncryption encryption, Digester digester, Notary notary) {}
