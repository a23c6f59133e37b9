package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.display.DisplayText;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends files to peers. Thread-safe. */
public final class SendingService implements SendFiles {
  private final Switchboard switchboard;
  private final OutgoingFiles files;
  private final TransferBook book;
  private final IdentifierSource identifiers;

  public SendingService(
      Switchboard switchboard,
      OutgoingFiles files,
      TransferBook book,
      IdentifierSource identifiers) {
    this.switchboard = switchboard;
    this.files = files;
    this.book = book;
    this.identifiers = identifiers;
  }

  @Override
  public void requireReadable(List<FileReference> sources) {
    files.open(sources).close();
  }

  @Override
  public List<OngoingTransfer> send(Command command) throws InterruptedException {
    requireReadable(command.files());
    List<OngoingTransfer> transfers = new ArrayList<>();
    for (LiveSession peer : peers(command)) {
      transfers.add(send(command, peer));
    }
    return transfers;
  }

  private OngoingTransfer send(Command command, LiveSession peer) {
    OutgoingTree tree = files.open(command.files());
    Offer offer =
        new Offer(new TransferId(identifiers.newId()), 1, tree.manifest(), command.chunkSize());
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
    List<LiveSession> peers =
        switchboard.awaitSessions(
            port, session -> isMeant(command.to(), session.peer()), command.waitForPeer());
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

  private static boolean isMeant(Optional<String> to, PresentedDevice peer) {
    return to.isEmpty()
        || peer.name().value().equals(to.get())
        || peer.id().toString().startsWith(to.get().toLowerCase(Locale.ROOT));
  }
}
