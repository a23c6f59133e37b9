package io.localstream.application.conversation;

import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.ControlMessage;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.message.StatusFlag;
import io.localstream.domain.message.Unsaved;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.OutgoingTree;
import io.localstream.domain.port.TransferKey;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sending side: offer, wait for a yes, share a key, seal and send, wait for the receipt. */
final class SenderConversation extends TransferConversation {
  private final OutgoingTree files;

  /**
   * @param files taken over: closed when the conversation ends
   */
  SenderConversation(
      PeerLine line, TransferTrack track, OutgoingTree files, ConversationPorts ports) {
    super(line, track, ports);
    this.files = files;
  }

  @Override
  void converse() throws InterruptedException {
    List<MissingEntry> missing = new ArrayList<>(files.missing());
    ReceiptCheck check;
    List<MissingEntry> grown;
    try (files) {
      OfferParts.of(track.current().offer()).forEach(line::send);
      ControlMessage.Accept accept = expect(ControlMessage.Accept.class);
      track.update(Transfer::accept);
      check = send(accept);
      grown = List.copyOf(files.grown());
    }
    missing.addAll(check.missing());
    NameNews.tell(
        track.current().offer().manifest(),
        check.renamed(),
        " on " + line.peer().name().display(),
        track::warn);
    track.update(transfer ->
        transfer
            .progress(transfer.totalBytes())
            .complete(List.of(), missing, grown, check.tally()));
  }

  /** Sends what the receiver has not; tells what came of it. */
  private ReceiptCheck send(ControlMessage.Accept accept) throws InterruptedException {
    Offer offer = track.current().offer();
    ChunkDealer dealer = dealer(offer, accept);
    track.begin(dealer.bytes());
    try (LaneSource source = line.lanes(new LaneWish(offer.lanes()));
        TransferKey key = ports.encryption().newKey()) {
      byte[] wrapped = ports.encryption().wrap(key, line.peer().wrappingKey(), offer.id());
      line.send(new ControlMessage.ContentKey(offer.id(), wrapped, source.tickets()));
      SpoiltNews news = new SpoiltNews(files, offer.id(), line, ports.timeouts().message());
      Outflow flow = new Outflow(new Outflow.Content(offer, files, key), dealer, news, ports);
      LaneGroup lanes = new LaneGroup(flow, track.mailbox(), line.buffers());
      try {
        track.mailbox().onFailure(lanes::abort);
        source.begin(accept.tickets(), lanes);
        boolean verify = offer.verify() || accept.verify();
        return new Attendance(source, lanes, dealer, news, verify).untilReceipt();
      } finally {
        dealer.close();
        news.close();
        lanes.finish();
      }
    }
  }

  private ChunkDealer dealer(Offer offer, ControlMessage.Accept accept) {
    try {
      return new ChunkDealer(offer.plan(), accept.had());
    } catch (IndexOutOfBoundsException _) {
      throw outOfTurn();
    }
  }

  /** Looks after the lanes until the receipt has come. */
  private final class Attendance {
    private final LaneSource source;
    private final LaneGroup lanes;
    private final ChunkDealer dealer;
    private final SpoiltNews news;
    private final Replacements replacements;
    private final SlowLane slowest;
    private final Patience patience =
        new Patience(
            ports.ticker(), ports.timeouts().lane(), "the peer opened no data connection in time");
    private boolean concluded;
    private final boolean verify;
    private final ReceiptCheck check;

    Attendance(
        LaneSource source, LaneGroup lanes, ChunkDealer dealer, SpoiltNews news, boolean verify) {
      this.news = news;
      this.source = source;
      this.lanes = lanes;
      this.dealer = dealer;
      this.replacements = new Replacements(SenderConversation.this, source, lanes);
      this.slowest = new SlowLane(dealer, lanes);
      this.verify = verify;
      this.check = new ReceiptCheck(track.current().offer(), line.peer(), ports.content());
    }

    ReceiptCheck untilReceipt() throws InterruptedException {
      while (true) {
        if (!concluded && dealer.isAllStored()) {
          conclude();
          concluded = true;
          patience.renew();
        }
        Optional<ControlMessage> message = await(lanes, patience);
        if (message.isPresent() && isReceipt(message.get())) {
          check.conclude(verify).ifPresent(track::receipt);
          return check;
        }
        message.ifPresent(this::hear);
        lanes.drainEnded().forEach(this::lost);
        if (!lanes.isEmpty() || dealer.isAllStored()) {
          patience.renew();
        }
        slowest.look();
        track.reach(dealer.bytes());
      }
    }

    private boolean isReceipt(ControlMessage message) {
      if (message instanceof ControlMessage.Status(StatusFlag flag, var _, var _)) {
        if (flag != StatusFlag.TRANSFER_COMPLETE || !concluded) {
          throw outOfTurn();
        }
        return true;
      }
      return false;
    }

    private void hear(ControlMessage message) {
      switch (message) {
        case ControlMessage.Stored(var _, int lane, long chunks, boolean over) -> {
          boolean missed = !dealer.isAnyIdleBut(lane);
          dealer.stored(requireLane(lane), chunks, over);
          if (over) {
            lanes.end(lane);
          }
          if (over && missed && !dealer.isAllStored()) {
            replacements.inPlaceOf(lane, chunks);
          }
        }
        case ControlMessage.NewLane(var _, int lane, var ticket) ->
            source.add(requireLane(lane), ticket);
        case ControlMessage.Spoilt(var _, var entries) -> news.heard(entries.size());
        case Unsaved unsaved when concluded -> check.take(unsaved);
        case NamesTold told when concluded -> check.take(told);
        case Delivered delivered when concluded -> check.take(delivered);
        default -> throw outOfTurn();
      }
    }

    private void lost(int lane) {
      if (!dealer.isOver(lane) && !dealer.isAllStored()) {
        line.send(new ControlMessage.LaneBroken(id(), lane));
      }
    }

    /** Tells the digests, where they are wanted, and then what is not as it was described. */
    private void conclude() {
      if (verify) {
        digest();
      }
      MissingEntries spoilt = files.spoilt();
      if (!spoilt.isEmpty() && spoilt.size() == files.manifest().size()) {
        MissingEntry first = spoilt.byPlace().firstEntry().getValue();
        throw new LocalStreamException(first.reason(), first.path() + " " + first.words());
      }
      news.tell(spoilt);
      check.spoilt(spoilt);
      line.send(new ControlMessage.Sent(id()));
    }

    private void digest() {
      Digester digester = ports.content().digester();
      DigestWalk walk = new DigestWalk(files.manifest(), _ -> true, files::read, digester);
      DigestParts parts = new DigestParts(id(), line::send);
      while (!walk.isDone()) {
        track.mailbox().check();
        parts.add(walk.step());
      }
      parts.flush();
      check.expect(walk.found());
    }
  }
}
