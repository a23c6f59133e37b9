package io.localstream.domain.port.fake;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An exchange that compares digests of the code. NOT secure: it shows a conversation's behaviour.
 * Codes are counted up. Safe for several threads.
 */
public final class InMemoryPairingExchange implements PairingExchange {
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final AtomicInteger codes = new AtomicInteger();

  @Override
  public PairingCode newCode() {
    int next = codes.incrementAndGet();
    return PairingCode.of(next % PairingCode.MAX_NUMBER + 1, next, 2 * next, 3 * next);
  }

  @Override
  public PairingRun begin(PairingCode code, PairingContext context) {
    return new Run(digest(code, context), RUNS.incrementAndGet());
  }

  private static byte[] digest(PairingCode code, PairingContext context) {
    MessageDigest digest = sha256();
    digest.update(code.secret());
    digest.update(context.channelBinding());
    update(digest, context.dialler());
    update(digest, context.listener());
    return digest.digest();
  }

  private static void update(MessageDigest digest, PairingParty party) {
    digest.update(party.toString().getBytes(StandardCharsets.UTF_8));
    digest.update(party.wrappingKey().encoded());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class Run implements PairingRun {
    private final byte[] secret;
    private final int own;
    private int peer;
    private int step;

    Run(byte[] secret, int own) {
      this.secret = secret;
      this.own = own;
    }

    @Override
    public byte[] first() {
      next(1);
      return ByteBuffer.allocate(Integer.BYTES).putInt(own).array();
    }

    @Override
    public byte[] second(byte[] peersFirst) {
      next(2);
      require(peersFirst.length == Integer.BYTES);
      peer = ByteBuffer.wrap(peersFirst).getInt();
      require(peer != own);
      return ByteBuffer.allocate(2 * Integer.BYTES).putInt(own).putInt(peer).array();
    }

    @Override
    public byte[] confirmation(byte[] peersSecond) {
      next(3);
      byte[] expected = ByteBuffer.allocate(2 * Integer.BYTES).putInt(peer).putInt(own).array();
      require(Arrays.equals(expected, peersSecond));
      return confirmation(own, peer);
    }

    @Override
    public void verify(byte[] peersConfirmation) {
      next(4);
      require(Arrays.equals(confirmation(peer, own), peersConfirmation));
    }

    private byte[] confirmation(int from, int to) {
      MessageDigest digest = sha256();
      digest.update(secret);
      digest.update(ByteBuffer.allocate(2 * Integer.BYTES).putInt(from).putInt(to).flip());
      return digest.digest();
    }

    private void next(int expected) {
      if (++step != expected) {
        throw new IllegalStateException("the steps of a run are taken once, in their order");
      }
    }

    private void require(boolean fits) {
      if (!fits) {
        close();
        throw new LocalStreamException(FailureCode.CODE_WRONG, "the codes differ; try again");
      }
    }

    @Override
    public void close() {
      step = Integer.MAX_VALUE - 1;
      Arrays.fill(secret, (byte) 0);
    }
  }
}
