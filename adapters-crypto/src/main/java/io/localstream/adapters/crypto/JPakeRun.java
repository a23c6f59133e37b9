package io.localstream.adapters.crypto;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.PairingRun;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of a run, in their order, and one failure for all that does not fit. */
final class JPakeRun implements PairingRun {
  private static final int OVER = Integer.MAX_VALUE;

  private final Side own;
  private final Side peer;
  private @Nullable JPakeParty party;
  private JPakeMessage.@Nullable First peersFirst;
  private byte[] expectedTag = {};
  private int steps;

  /**
   * @param own the side that this device is
   */
  JPakeRun(JPakeParty party, Side own) {
    this.party = party;
    this.own = own;
    this.peer =
        switch (own) {
          case DIALLED -> Side.LISTENING;
          case LISTENING -> Side.DIALLED;
        };
  }

  @Override
  public byte[] first() {
    return party(1).first().encode(own);
  }

  @Override
  public byte[] second(byte[] message) {
    JPakeParty alice = party(2);
    JPakeMessage.First first = read(() -> JPakeMessage.first(message, peer));
    require(alice.accepts(first));
    peersFirst = first;
    return alice.second(first).encode(own);
  }

  @Override
  public byte[] confirmation(byte[] peersSecond) {
    JPakeParty alice = party(3);
    JPakeMessage.First first = known(peersFirst);
    JPakeMessage.Second second = read(() -> JPakeMessage.second(peersSecond, peer));
    require(alice.accepts(first, second));
    JPakeParty.Tags tags = alice.confirm(first, second).orElseThrow(this::wrong);
    expectedTag = tags.peers();
    return new JPakeMessage.Confirmation(tags.own()).encode(own);
  }

  @Override
  public void verify(byte[] peersConfirmation) {
    party(4);
    byte[] tag = read(() -> JPakeMessage.confirmation(peersConfirmation, peer)).tag();
    // In a time that does not depend on where they differ.
    require(MessageDigest.isEqual(expectedTag, tag));
    close();
  }

  /** The party, where this is the step that is due. */
  private JPakeParty party(int step) {
    if (step != steps + 1) {
      throw new IllegalStateException("the steps of a run are taken once, in their order");
    }
    steps = step;
    return known(party);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the run is over");
    }
    return value;
  }

  private <T> T read(Supplier<T> message) {
    try {
      return message.get();
    } catch (IllegalArgumentException _) {
      throw wrong();
    }
  }

  private void require(boolean fits) {
    if (!fits) {
      throw wrong();
    }
  }

  /** Ends the run. What did not fit is nobody's business, so there is no cause either. */
  private LocalStreamException wrong() {
    close();
    return new LocalStreamException(
        FailureCode.CODE_WRONG,
        "the code does not fit, or somebody sits in between;"
            + " read the code out once more, or make a new one");
  }

  /** Numbers and points can't be wiped; they are let go. */
  @Override
  public void close() {
    steps = OVER;
    party = null;
    peersFirst = null;
    Arrays.fill(expectedTag, (byte) 0);
  }
}
