package io.localstream.application.conversation;

import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.message.Delivered;
import io.localstream.domain.message.NamesTold;
import io.localstream.domain.message.Unsaved;
import io.localstream.domain.transfer.ContentDigest;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.MissingEntries;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.Offer;
import io.localstream.domain.transfer.Receipt;
import io.localstream.domain.transfer.SignedReceipt;
import io.localstream.domain.transfer.TransferTally;
import io.localstream.domain.transfer.UnsavedReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the receiver has saved, and what it has not, and makes sure that its receipt is signed
 * by it and says what is true. For one thread.
 */
final class ReceiptCheck {
  private final Offer offer;
  private final PresentedDevice receiver;
  private final ContentPorts ports;
  private final UnsavedEntries unsaved = new UnsavedEntries();
  private final NameNews names;
  private MissingEntries spoilt = MissingEntries.none();
  private Map<Integer, ContentDigest> expected = Map.of();
  private @Nullable SignedReceipt taken;

  ReceiptCheck(Offer offer, PresentedDevice receiver, ContentPorts ports) {
    this.offer = offer;
    this.receiver = receiver;
    this.ports = ports;
    this.names = new NameNews(offer.manifest());
  }

  /** The digests of the files here, by their place in the manifest. */
  void expect(Map<Integer, ContentDigest> digests) {
    expected = digests;
  }

  /** What could not be read here. */
  void spoilt(MissingEntries entries) {
    spoilt = entries;
  }

  /**
   * Takes what the receiver says that it has not saved.
   *
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: it can't be
   */
  void take(Unsaved message) {
    if (taken != null || message.entries().span() > offer.manifest().size()) {
      throw impossible("it tells of entries that there are not", null);
    }
    try {
      unsaved.add(message.reason(), message.entries());
    } catch (IllegalArgumentException e) {
      throw impossible(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Takes what the receiver says of names.
   *
   * @throws LocalStreamException {@code PROTOCOL_VIOLATION}: it can't be
   */
  void take(NamesTold message) {
    if (taken != null || !names.hear(message)) {
      throw impossible("it tells names of entries that there are not", null);
    }
  }

  /** Under which names entries are saved, if not their own, by their place. */
  SortedMap<Integer, String> renamed() {
    return names.saved();
  }

  /**
   * Takes the receipt.
   *
   * @throws LocalStreamException {@code CONTENT_DAMAGED}: not signed by the receiver; {@code
   *     PROTOCOL_VIOLATION}: it can't be
   */
  void take(Delivered delivered) {
    if (delivered.kept() != unsaved.kept().size()
        || delivered.missing() != unsaved.missing().size()) {
      throw impossible("its numbers are not those of the entries that it named", null);
    }
    SignedReceipt receipt;
    try {
      receipt =
          new SignedReceipt(
              new Receipt(
                  Receipt.Sent.of(offer, ports.notary().signer(), receiver.id()),
                  delivered.kept(),
                  delivered.missing(),
                  delivered.digest(),
                  delivered.at()),
              receiver.credentials().signingKey(),
              delivered.signature());
    } catch (IllegalArgumentException e) {
      throw impossible(String.valueOf(e.getMessage()), e);
    }
    ports.notary().verify(receipt);
    taken = receipt;
  }

  private LocalStreamException impossible(String why, @Nullable Throwable cause) {
    return new LocalStreamException(
        FailureCode.PROTOCOL_VIOLATION,
        receiver.name().display() + " sent a receipt that can't be: " + why,
        cause);
  }

  /**
   * The receipt; empty if the receiver could not sign one.
   *
   * @param verify whether the receiver had to compare digests
   * @throws LocalStreamException {@code CONTENT_DAMAGED}: it has not, or with another result
   */
  Optional<SignedReceipt> conclude(boolean verify) {
    SignedReceipt receipt = taken;
    if (verify && (receipt == null || !isAsExpected(receipt.receipt()))) {
      throw new LocalStreamException(
          FailureCode.CONTENT_DAMAGED,
          "what "
              + receiver.name().display()
              + " has stored was not found to be what was sent; send it again");
    }
    return Optional.ofNullable(receipt);
  }

  /** The digest is of all files that the receiver has saved, and of no other. */
  private boolean isAsExpected(Receipt receipt) {
    ContentDigest sum = DigestWalk.sum(offer.manifest(), expected, unsaved.all(), ports.digester());
    return receipt.digest().filter(sum::equals).isPresent();
  }

  /** How much the receiver has saved, and how much it has not. */
  TransferTally tally() {
    return unsaved.tally(offer.manifest(), spoilt.places());
  }

  /** What the person is told: what is missing, and what was to be verified and was not. */
  List<MissingEntry> missing() {
    List<MissingEntry> all = new ArrayList<>(spoilt.all());
    all.addAll(names.missing(receiver.name().display()));
    EntrySet told = spoilt.places().and(names.places());
    for (UnsavedReason reason : UnsavedReason.values()) {
      if (!reason.isWanted()) {
        all.addAll(unsaved(reason, unsaved.with(reason).without(told)));
      }
    }
    if (offer.verify()) {
      String name = receiver.name().display();
      Manifest manifest = offer.manifest();
      all.addAll(
          Unverified.of(
              manifest, unsaved.with(UnsavedReason.HERE), "existed on " + name + " already"));
      all.addAll(
          Unverified.of(
              manifest, unsaved.with(UnsavedReason.LEFT_OUT), "was not wanted by " + name));
    }
    return all;
  }

  private List<MissingEntry> unsaved(UnsavedReason reason, EntrySet entries) {
    String words = "was not saved by " + receiver.name().display() + ": " + why(reason);
    return Unverified.named(offer.manifest(), entries, code(reason), _ -> words);
  }

  private static String why(UnsavedReason reason) {
    return switch (reason) {
      case DIFFERENT -> "its content was stored differently; send it again";
      case NO_SPACE -> "there is no space for it";
      case NO_PERMISSION -> "it may not write there";
      case READ_ONLY -> "the file system is read-only";
      case NAME_TAKEN -> "the name is taken there";
      case NAME_IMPOSSIBLE -> "it can't have that name there";
      case HERE, LEFT_OUT, SPOILT, OTHER -> "the reason is shown there";
    };
  }

  private static FailureCode code(UnsavedReason reason) {
    return switch (reason) {
      case DIFFERENT -> FailureCode.CONTENT_DAMAGED;
      case NO_SPACE -> FailureCode.NO_SPACE;
      case NO_PERMISSION -> FailureCode.NO_PERMISSION;
      case READ_ONLY -> FailureCode.READ_ONLY;
      case NAME_TAKEN -> FailureCode.FILE_EXISTS;
      case NAME_IMPOSSIBLE -> FailureCode.FILE_NAME_UNSAFE;
      case HERE, LEFT_OUT, SPOILT, OTHER -> FailureCode.FILE_UNWRITABLE;
    };
  }
}
