package io.localstream.application.service;

import io.localstream.application.conversation.ConversationPorts;
import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.application.conversation.WarmUp;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.TransferId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sends files to peers. Thread-safe. */
public final class SendingService implements SendFiles {
  private static final TransferId NO_TRANSFER = new TransferId(new UUID(0, 0));

  private final Switchboard switchboard;
  private final OutgoingFiles files;
  private final TransferBook book;
  private final IdentifierSource identifiers;
  private final ConversationPorts ports;

  public SendingService(
      Switchboard switchboard,
      OutgoingFiles files,
      TransferBook book,
      IdentifierSource identifiers,
      ConversationPorts ports) {
    this.switchboard = switchboard;
    this.files = files;
    this.book = book;
    this.identifiers = identifiers;
    this.ports = ports;
  }

  @Override
  public void requireReadable(List<FileReference> sources) {
    try (OutgoingTree tree = files.open(sources)) {
      Offer any = new Offer(NO_TRANSFER, 1, tree.manifest(), ChunkSize.DEFAULT, Optional.empty());
      ports.codec().requireWritable(new ControlMessage.Offer(any));
      // While the peer comes there is time.
      WarmUp.begin(ports.encryption(), tree.manifest().totalBytes());
    }
  }

  @Override
  public List<OngoingTransfer> send(Command command) throws InterruptedException {
    List<OngoingTransfer> transfers = new ArrayList<>();
    for (LiveSession peer : peers(command)) {
      transfers.add(send(command, peer));
    }
    return transfers;
  }

  private OngoingTransfer send(Command command, LiveSession peer) {
    OutgoingTree tree = files.open(command.files());
    Offer offer =
        new Offer(
            new TransferId(identifiers.newId()),
            1,
            tree.manifest(),
            command.chunkSize(),
            command.lanes());
    try {
      ports.codec().requireWritable(new ControlMessage.Offer(offer));
    } catch (LocalStreamException e) {
      tree.close();
      throw e;
    }
    TransferTrack track = peer.send(offer, tree);
    book.add(track);
    return track;
  }

  private List<LiveSession> peers(Command command) throws InterruptedException {
    int port = command.port();
    if (!switchboard.hasPort(port)) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_CONNECTION,
          "there is no connection on port " + port + "; open one with add_connection or connect");
    }
    List<LiveSession> peers = await(command, Duration.ZERO);
    if (peers.isEmpty()) {
      // Nobody should wait for a peer to learn only then that there is nothing to send.
      requireReadable(command.files());
      peers = await(command, command.waitForPeer());
    }
    if (!peers.isEmpty()) {
      return peers;
    }
    if (command.to().isPresent() && !switchboard.sessionsOn(port).isEmpty()) {
      throw new LocalStreamException(
          FailureCode.NO_SUCH_PEER,
          "no peer on port "
              + port
              + " is called "
              + DisplayText.escape(command.to().get())
              + " (status lists them)");
    }
    throw new LocalStreamException(
        FailureCode.NO_PEER,
        "nobody is connected on port " + port + " (--wait DURATION waits for a peer)");
  }

  private List<LiveSession> await(Command command, Duration longest) throws InterruptedException {
    return switchboard.awaitSessions(
        command.port(), session -> isMeant(command.to(), session.peer()), longest);
  }

  private static boolean isMeant(Optional<String> to, PresentedDevice peer) {
    return to.isEmpty()
        || peer.name().value().equals(to.get())
        || peer.id().toString().startsWith(to.get().toLowerCase(Locale.ROOT));
  }
}
