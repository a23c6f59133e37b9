package io.localstream.application.conversation;

import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.Transport;

/** What conversations need of the world. */
public record ConversationPorts(
    Transport transport,
    MessageCodec codec,
    ContentPorts content,
    Timeouts timeouts,
    Ticker ticker) {
  public ContentEncryption encryption() {
    return content.encryption();
  }

  public LaneFraming framing() {
    return content.framing();
  }
}
