package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.localstream.application.conversation.ContentBuffers;
import io.localstream.application.conversation.ContentPorts;
import io.localstream.application.conversation.ConversationPorts;
import io.localstream.application.conversation.LaneDesk;
import io.localstream.application.conversation.LaneMeans;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.SpeedDesk;
import io.localstream.application.conversation.Timeouts;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.Transport;
import java.time.InstantSource;

/** What sessions and transfers are held with. */
final class ConversationModule extends AbstractModule {
  private static final long MOST_CONTENT_BYTES = 48L << 20;

  @Provides
  @Singleton
  ConversationPorts ports(
      Transport transport,
      MessageCodec codec,
      ContentPorts content,
      Timeouts timeouts,
      Ticker ticker) {
    return new ConversationPorts(transport, codec, content, timeouts, ticker);
  }

  @Provides
  @Singleton
  ContentPorts content(
      ContentEncryption encryption, LaneFraming framing, Digester digester, Notary notary) {
    return new ContentPorts(encryption, framing, digester, notary);
  }

  @Provides
  @Singleton
  LaneDesk lanes(IdentifierSource identifiers) {
    return new LaneDesk(identifiers);
  }

  /** A part of the memory is for content, and the rest for everything else: names, above all. */
  @Provides
  @Singleton
  LaneMeans laneMeans(LaneDesk desk) {
    Runtime machine = Runtime.getRuntime();
    long forContent = Math.min(machine.maxMemory() / 2, MOST_CONTENT_BYTES);
    return new LaneMeans(desk, new ContentBuffers(forContent), machine.availableProcessors());
  }

  @Provides
  @Singleton
  LiveSession.Setting setting(
      ConversationPorts ports,
      LaneMeans lanes,
      EventObserver observer,
      InstantSource clock,
      SpeedDesk speed) {
    return new LiveSession.Setting(ports, lanes, observer, clock, speed);
  }
}
