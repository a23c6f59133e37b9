package io.localstream.application.service;

import io.localstream.application.conversation.ReceivingWish;
import io.localstream.application.conversation.TransferTrack;
import io.localstream.application.service.OfferDesk.PendingOffer;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.port.IncomingTree;
import io.localstream.domain.session.Session;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.LaneWish;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import io.localstream.domain.transfer.TransferTerms;
import java.util.List;
import java.util.Optional;

/** Lets what was accepted come, keeps the record of it, and goes on with it after a break. */
final class Intake {
  private final SendingService.Records records;
  private final Reception reception;

  Intake(SendingService.Records records, Reception reception) {
    this.records = records;
    this.reception = reception;
  }

  /** How an offer is taken. */
  @FunctionalInterface
  interface Reception {
    /**
     * Takes it.
     *
     * @param again whether it broke before, and nobody waits for it now
     */
    OngoingTransfer receive(ReceiveFiles.Command command, boolean again)
        throws InterruptedException;
  }

  /**
   * What became of an offer.
   *
   * @param destination as the person has decided
   * @param again as in {@link Reception}
   */
  record Way(Destination destination, boolean again) {}

  void begin(PendingOffer offer, IncomingTree tree, ReceiveFiles.Command command, Way way) {
    TransferTrack track = offer.track();
    TransferTerms terms = terms(way.destination(), command.verify(), offer.session().session());
    track.onEnd(ended -> {
      settle(ended, tree, terms);
      if (way.again()) {
        records.resumption().tell(ended.current());
      }
      // What was wanted back once stays so, however early it breaks again.
      if (way.again() || ended.isWantedBack()) {
        records
            .resumption()
            .receiveAgain(
                offer.session(),
                ended.current(),
                next -> goOn(command.again(next, way.destination())));
      }
    });
    EntrySet leftOut =
        EntrySet.of(way.destination().picking().leftOut(track.current().offer().manifest()));
    ReceivingWish wish =
        new ReceivingWish(new LaneWish(command.lanes()), command.verify(), leftOut);
    offer.session().receive(track, tree, wish, () -> keep(track.current(), tree, terms));
  }

  private void goOn(ReceiveFiles.Command command) {
    try {
      OngoingTransfer transfer = reception.receive(command, true);
      records.resumption().tell(transfer.current());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TransferTerms terms(Destination destination, boolean verify, Session session) {
    Picking picking = destination.picking();
    return new TransferTerms.Receiving(
        destination.ifExists(),
        picking.only(),
        picking.excludes(),
        verify,
        session.listenedAt(),
        destination.names());
  }

  private void settle(TransferTrack track, IncomingTree tree, TransferTerms terms) {
    Transfer ended = track.current();
    if (ended.state() instanceof TransferState.Completed) {
      records.keeper().finished(ended, List.of(tree.destination()));
      track.receipt().ifPresent(records.keeper()::keep);
    } else {
      keep(ended, tree, terms);
    }
  }

  /** Notes what is left of a transfer, if something is. */
  private void keep(Transfer transfer, IncomingTree tree, TransferTerms terms) {
    tree.remains()
        .ifPresent(remains ->
            records
                .keeper()
                .interrupted(
                    transfer,
                    new TransferKeeper.Remainder(
                        remains.bytes(),
                        List.of(tree.destination()),
                        Optional.of(remains.place()),
                        terms)));
  }
}
