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
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferId;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends files to peers. Thread-safe. */
public final class SendingService implements SendFiles {
  private final Switchboard switchboard;
  private final OutgoingFiles files;
  private final Records records;
  private final IdentifierSource identifiers;
  private final ConversationPorts ports;

  /** Where transfers are entered: those of this process, those that broke, and those to go on. */
  public record Records(TransferBook book, TransferKeeper keeper, Resumption resumption) {}

  public SendingService(
      Switchboard switchboard,
      OutgoingFiles files,
      Records records,
      IdentifierSource identifiers,
      ConversationPorts ports) {
    this.switchboard = switchboard;
    this.files = files;
    this.records = records;
    this.identifiers = identifiers;
    this.ports = ports;
  }

  @Override
  public void requireReadable(List<FileReference> sources, Selection selection) {
    // While the peer comes there is time.
    WarmUp.begin(ports.encryption(), files.measure(sources, selection));
  }

  @Override
  public List<OngoingTransfer> send(Command command) throws InterruptedException {
    List<LiveSession> peers = peers(command);
    List<OutgoingTree> trees = openAll(command, peers.size());
    List<OngoingTransfer> transfers = new ArrayList<>();
    for (int i = 0; i < peers.size(); i++) {
      transfers.add(send(command, peers.get(i), trees.get(i), Effort.FIRST));
    }
    return transfers;
  }

  /** All or none: what can't be read for one must not leave the others without anybody. */
  private List<OutgoingTree> openAll(Command command, int number) {
    List<OutgoingTree> trees = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        trees.add(files.open(command.files(), command.selection()));
      }
    } catch (RuntimeException e) {
      trees.forEach(OutgoingTree::close);
      throw e;
    }
    return trees;
  }

  /**
   * How often it was tried.
   *
   * @param attempt from 1; more than 1 where it broke before, and nobody waits for it now
   * @param fruitless how many in a row got no further than those before
   * @param reachedBytes how far the best of them came
   */
  private record Effort(int attempt, int fruitless, long reachedBytes) {
    static final Effort FIRST = new Effort(1, 0, 0);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Then it is a minute, and stays so. */
    private static final int MOST_DOUBLINGS = 6;

    boolean again() {
      return attempt > 1;
    }

    Effort next(long reached) {
      boolean further = reached > reachedBytes;
      return new Effort(attempt + 1, further ? 0 : fruitless + 1, further ? reached : reachedBytes);
    }

    /** Before this one. */
    Duration pause() {
      return FIRST_PAUSE.multipliedBy(1L << Math.min(fruitless, MOST_DOUBLINGS));
    }
  }

  private OngoingTransfer send(
      Command command, LiveSession peer, OutgoingTree tree, Effort effort) {
    Offer offer =
        new Offer(
            new TransferId(identifiers.newId()),
            effort.attempt(),
            tree.manifest(),
            command.chunkSize(),
            command.lanes(),
            command.verify(),
            command.note());
    TransferTrack track =
        peer.send(
            offer,
            tree,
            ended -> {
              settle(ended, command, peer);
              settleResumption(ended, command, peer, effort);
            });
    records.book().add(track);
    return track;
  }

  /** Notes that it broke, if something had been sent, or that nothing is left of it. */
  private void settle(TransferTrack track, Command command, LiveSession peer) {
    Transfer ended = track.current();
    List<FileReference> sources = command.files().stream().map(files::absolute).toList();
    if (ended.state() instanceof TransferState.Completed) {
      records.keeper().finished(ended, sources);
      track.receipt().ifPresent(records.keeper()::keep);
      return;
    }
    if (track.reachedBytes() > 0) {
      records
          .keeper()
          .interrupted(
              ended,
              new TransferKeeper.Remainder(
                  track.reachedBytes(),
                  sources,
                  Optional.empty(),
                  new TransferTerms.Sending(
                      command.selection(),
                      command.chunkSize(),
                      command.verify(),
                      peer.session().listenedAt())));
    }
  }

  /** What was wanted back once stays so, however early it breaks again. */
  private void settleResumption(
      TransferTrack track, Command command, LiveSession peer, Effort effort) {
    if (effort.again() || track.isWantedBack()) {
      Effort next = effort.next(track.reachedBytes());
      records
          .resumption()
          .sendAgain(peer, track.current(), next.pause(), other -> goOn(command, other, next));
    }
    if (effort.again()) {
      records.resumption().tell(track.current());
    }
  }

  private void goOn(Command command, LiveSession peer, Effort effort) {
    OutgoingTree tree = files.open(command.files(), command.selection());
    OngoingTransfer transfer = send(command, peer, tree, effort);
    records.resumption().tell(transfer.current());
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
      requireReadable(command.files(), command.selection());
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
        command.waitForPeer().isZero()
            ? "nobody is connected on port " + port + " (--wait DURATION waits for a peer)"
            : "nobody connected on port " + port + " in time; a longer --wait waits longer");
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
