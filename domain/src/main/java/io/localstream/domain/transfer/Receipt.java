package io.localstream.domain.transfer;

import io.localstream.domain.calendar.CommonEra;
import io.localstream.domain.device.DeviceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a receiver states about a transfer that is complete.
 *
 * @param sent what it was
 * @param kept how many entries the receiver did without: something existed that was left alone, or
 *     its person did not want them
 * @param missing how many entries could not be saved, or not be sent
 * @param digest of everything that the sender could read, where the receiver compared it with what
 *     it has stored: SHA-256 over the lines that {@code sha256sum} prints for the files, in the
 *     order of the manifest
 * @param at when everything was saved
 */
public record Receipt(
    Sent sent, int kept, int missing, Optional<ContentDigest> digest, Instant at) {
  private static final String PURPOSE = "localstream/1 receipt";
  private static final int MAX_TITLE_CHARS = 1_000;

  /**
   * What both sides know of a transfer before it begins.
   *
   * @param title as in {@link Manifest#display()}, at most 1,000 characters
   * @param entries files, folders and links
   * @param totalBytes of all files
   */
  public record Sent(
      TransferId transfer,
      DeviceId sender,
      DeviceId receiver,
      String title,
      int entries,
      long totalBytes) {
    public Sent {
      Objects.requireNonNull(transfer);
      Objects.requireNonNull(sender);
      Objects.requireNonNull(receiver);
      Objects.requireNonNull(title);
      if (title.length() > MAX_TITLE_CHARS || title.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException("a title is one line of at most 1,000 characters");
      }
      if (entries < 1 || totalBytes < 0) {
        throw new IllegalArgumentException("can't be: " + entries + " entries, " + totalBytes);
      }
    }

    /** The two devices and the direction. */
    public Between between() {
      return new Between(sender, receiver);
    }

    /** Who sent to whom. */
    public record Between(DeviceId sender, DeviceId receiver) {}

    /** What an offer says. */
    public static Sent of(Offer offer, DeviceId sender, DeviceId receiver) {
      Manifest manifest = offer.manifest();
      return new Sent(
          offer.id(),
          sender,
          receiver,
          shortened(manifest.display()),
          manifest.entries().size(),
          manifest.totalBytes());
    }

    private static String shortened(String title) {
      if (title.length() <= MAX_TITLE_CHARS) {
        return title;
      }
      boolean splits = Character.isHighSurrogate(title.charAt(MAX_TITLE_CHARS - 1));
      return title.substring(0, splits ? MAX_TITLE_CHARS - 1 : MAX_TITLE_CHARS);
    }
  }

  public Receipt {
    Objects.requireNonNull(sent);
    Objects.requireNonNull(digest);
    CommonEra.require(at);
    if (kept < 0 || missing < 0 || (long) kept + missing > sent.entries()) {
      throw new IllegalArgumentException("can't be: " + kept + " kept, " + missing + " missing");
    }
  }

  /** Whether every entry is there. */
  public boolean isWhole() {
    return kept + missing == 0;
  }

  /**
   * What is signed: a line of its purpose, then a line for each component, name and value apart by
   * a space, each ended by LF; to be taken in UTF-8.
   */
  public String statement() {
    return String.join(
        "\n",
        PURPOSE,
        "transfer " + sent.transfer(),
        "sender " + sent.sender(),
        "receiver " + sent.receiver(),
        "entries " + sent.entries(),
        "bytes " + sent.totalBytes(),
        "kept " + kept,
        "missing " + missing,
        "sha256 " + digest.map(ContentDigest::hex).orElse("-"),
        "at " + at,
        "what " + sent.title(),
        "");
  }
}
