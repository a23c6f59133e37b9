package io.localstream.adapters.crypto;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.localstream.domain.display.SpokenWords;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import io.localstream.domain.port.contract.PairingExchangeContract;
import io.localstream.domain.port.contract.SampleDevices;
import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKECurves;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKEParticipant;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound1Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound2Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECJPAKERound3Payload;
import org.bouncycastle.crypto.agreement.ecjpake.ECSchnorrZKP;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JPakePairingExchangeTest extends PairingExchangeContract {
  private static final int HEADER = 2;
  private static final int POINT = 33;
  private static final int PROOF = POINT + 32;
  private static final PairingParty DIALLER = PairingParty.of(SampleDevices.device(1));
  private static final PairingParty LISTENER = PairingParty.of(SampleDevices.device(2));

  private final PairingExchange exchange = new JPakePairingExchange();

  @Override
  protected PairingExchange exchange() {
    return new JPakePairingExchange();
  }

  private PairingRun run(Side side) {
    PairingContext context =
        switch (side) {
          case DIALLED -> new PairingContext(DIALLER, LISTENER, side, new byte[32]);
          case LISTENING -> new PairingContext(LISTENER, DIALLER, side, new byte[32]);
        };
    return exchange.begin(PairingCode.of(7, 1, 2, 3), context);
  }

  @Test
  void drawsEveryNumberAndEveryWord() {
    Set<String> numbers = new HashSet<>();
    Set<String> words = new HashSet<>();
    // So many draws miss one of the words once in 10^16 times.
    for (int i = 0; i < 20_000; i++) {
      List<String> parts = List.of(exchange.newCode().spoken().split("-"));
      numbers.add(parts.getFirst());
      words.addAll(parts.subList(1, parts.size()));
    }
    assertThat(numbers).hasSize(PairingCode.MAX_NUMBER);
    assertThat(words).hasSize(SpokenWords.COUNT);
  }

  @Test
  void sendsMessagesOfOneLength() {
    PairingRun dialled = run(Side.DIALLED);
    PairingRun listened = run(Side.LISTENING);
    byte[] first = dialled.first();
    byte[] second = dialled.second(listened.first());
    byte[] confirmation = dialled.confirmation(listened.second(first));
    assertThat(first).hasSize(198).startsWith(1, 1);
    assertThat(second).hasSize(100).startsWith(2, 1);
    assertThat(confirmation).hasSize(34).startsWith(3, 1);
  }

  @Test
  void saysTheSameWhateverDoesNotFit() {
    String malformed = messageOf(new byte[0]);
    byte[] wrongProof = run(Side.LISTENING).first();
    wrongProof[wrongProof.length - 1] ^= 1;
    assertThat(messageOf(wrongProof)).isEqualTo(malformed).contains("somebody sits in between");
  }

  private String messageOf(byte[] peersFirst) {
    PairingRun dialled = run(Side.DIALLED);
    dialled.first();
    LocalStreamException failure =
        Assertions.catchThrowableOfType(
            LocalStreamException.class, () -> dialled.second(peersFirst));
    assertThat(failure).hasNoCause();
    return failure.getMessage();
  }

  @Nested
  class Malformed {
    @ParameterizedTest
    @ValueSource(ints = {HEADER, HEADER + POINT, HEADER + 2 * POINT, HEADER + 2 * POINT + PROOF})
    void whenAPointIsNotOnTheCurve(int at) {
      byte[] offTheCurve = new byte[POINT];
      offTheCurve[0] = 2;
      // x = 1 has no y on P-256.
      offTheCurve[POINT - 1] = 1;
      assertThatCode(() -> PairingCurve.point(offTheCurve))
          .isInstanceOf(IllegalArgumentException.class);
      assertRefused(at, offTheCurve);
    }

    @ParameterizedTest
    @ValueSource(ints = {HEADER, HEADER + POINT, HEADER + 2 * POINT, HEADER + 2 * POINT + PROOF})
    void whenAPointIsAtInfinity(int at) {
      assertRefused(at, new byte[POINT]);
    }

    @Test
    void whenACoordinateIsNotReduced() {
      byte[] large = new byte[POINT];
      Arrays.fill(large, (byte) 0xff);
      large[0] = 3;
      assertRefused(HEADER, large);
    }

    @Test
    void whenAPointIsInAnotherForm() {
      byte[] hybrid = new byte[] {6};
      assertRefused(HEADER, hybrid);
      assertRefused(HEADER, new byte[] {4});
    }

    @ParameterizedTest
    @ValueSource(ints = {HEADER + 3 * POINT, HEADER + 2 * POINT + PROOF + POINT})
    void whenANumberIsNotReduced(int at) {
      assertRefused(at, PairingCurve.encode(PairingCurve.order()));
    }

    @Test
    void whenItIsOfTheOtherSideOrAnotherStep() {
      assertRefused(0, new byte[] {2});
      assertRefused(1, new byte[] {1});
      assertRefused(1, new byte[] {0});
      assertRefused(1, new byte[] {3});
    }

    @Test
    void whenTheProofsAreSwapped() {
      byte[] first = run(Side.LISTENING).first();
      int one = HEADER + 2 * POINT;
      byte[] proof = Arrays.copyOfRange(first, one, one + PROOF);
      System.arraycopy(first, one + PROOF, first, one, PROOF);
      System.arraycopy(proof, 0, first, one + PROOF, PROOF);
      assertRefused(first);
    }

    private void assertRefused(int at, byte[] part) {
      byte[] first = run(Side.LISTENING).first();
      System.arraycopy(part, 0, first, at, part.length);
      assertRefused(first);
    }

    private void assertRefused(byte[] first) {
      PairingRun dialled = run(Side.DIALLED);
      dialled.first();
      assertFails(FailureCode.CODE_WRONG, () -> dialled.second(first));
    }
  }

  /** BouncyCastle's own participant, whose proofs can be made from bytes only by force. */
  @Nested
  class WithTheLibrarysParticipant {
    private final ECJPAKEParticipant library =
        new ECJPAKEParticipant("listener", "9".toCharArray(), ECJPAKECurves.NIST_P256);
    private final JPakeParty own = party("9");

    private JPakeParty party(String password) {
      return new JPakeParty(
          "dialler",
          "listener",
          new BigInteger(1, password.getBytes(StandardCharsets.UTF_8)),
          new SecureRandom());
    }

    @Test
    void agreesAndConfirms() throws Exception {
      JPakeMessage.First peersFirst = first(library.createRound1PayloadToSend());
      assertThat(own.accepts(peersFirst)).isTrue();
      JPakeMessage.First first = own.first();
      library.validateRound1PayloadReceived(
          new ECJPAKERound1Payload(
              "dialler",
              first.one(),
              first.two(),
              proof(first.proofOfOne()),
              proof(first.proofOfTwo())));
      ECJPAKERound2Payload round2 = library.createRound2PayloadToSend();
      JPakeMessage.Second peersSecond =
          new JPakeMessage.Second(round2.getA(), proof(round2.getKnowledgeProofForX2s()));
      assertThat(own.accepts(peersFirst, peersSecond)).isTrue();
      JPakeMessage.Second second = own.second(peersFirst);
      library.validateRound2PayloadReceived(
          new ECJPAKERound2Payload("dialler", second.mixed(), proof(second.proof())));

      BigInteger key = library.calculateKeyingMaterial();
      JPakeParty.Tags tags = own.confirm(peersFirst, peersSecond).orElseThrow();

      assertThat(new BigInteger(tags.peers()))
          .isEqualTo(library.createRound3PayloadToSend(key).getMacTag());
      library.validateRound3PayloadReceived(
          new ECJPAKERound3Payload("dialler", new BigInteger(tags.own())), key);
      assertThat(tags.own()).isEqualTo(tagByHand(key, first, peersFirst));
    }

    private JPakeMessage.First first(ECJPAKERound1Payload payload) {
      return new JPakeMessage.First(
          payload.getGx1(),
          payload.getGx2(),
          proof(payload.getKnowledgeProofForX1()),
          proof(payload.getKnowledgeProofForX2()));
    }

    private SchnorrProof proof(ECSchnorrZKP proof) {
      return new SchnorrProof(proof.getV(), proof.getr());
    }

    private ECSchnorrZKP proof(SchnorrProof proof) throws ReflectiveOperationException {
      Constructor<ECSchnorrZKP> constructor =
          ECSchnorrZKP.class.getDeclaredConstructor(ECPoint.class, BigInteger.class);
      constructor.setAccessible(true);
      return constructor.newInstance(proof.commitment(), proof.response());
    }

    /** RFC 8236, section 5, with the platform's algorithms: k' = SHA-256(K || "ECJPAKE_KC"). */
    private byte[] tagByHand(BigInteger key, JPakeMessage.First own, JPakeMessage.First peers)
        throws Exception {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] shared = key.toByteArray();
      digest.update(shared[0] == 0 ? Arrays.copyOfRange(shared, 1, shared.length) : shared);
      digest.update("ECJPAKE_KC".getBytes(StandardCharsets.US_ASCII));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(digest.digest(), "HmacSHA256"));
      mac.update("KC_1_Udiallerlistener".getBytes(StandardCharsets.US_ASCII));
      mac.update(own.one().getEncoded(true));
      mac.update(own.two().getEncoded(true));
      mac.update(peers.one().getEncoded(true));
      return mac.doFinal(peers.two().getEncoded(true));
    }
  }

  @Nested
  class Proofs {
    private final SecureRandom random = new SecureRandom();
    private final BigInteger secret = BigInteger.valueOf(1_234_567);
    private final ECPoint shown = PairingCurve.generator().multiply(secret);
    private final SchnorrProof.Statement statement =
        new SchnorrProof.Statement(PairingCurve.generator(), "listener");
    private final SchnorrProof proof = SchnorrProof.of(secret, shown, statement, random);

    @Test
    void holdForWhatWasShown() {
      assertThat(proof.proves(shown, statement)).isTrue();
    }

    @Test
    void holdForNothingElse() {
      ECPoint doubled = shown.twice();
      assertThat(proof.proves(doubled, statement)).isFalse();
      assertThat(proof.proves(shown, new SchnorrProof.Statement(doubled, "listener"))).isFalse();
      assertThat(
              proof.proves(shown, new SchnorrProof.Statement(PairingCurve.generator(), "dialler")))
          .isFalse();
    }

    @Test
    void canNotBeMadeWithoutTheSecret() {
      SchnorrProof guessed = SchnorrProof.of(BigInteger.TWO, shown, statement, random);
      assertThat(guessed.proves(shown, statement)).isFalse();
      assertThat(new SchnorrProof(proof.commitment(), BigInteger.ZERO).proves(shown, statement))
          .isFalse();
      assertThat(
              new SchnorrProof(PairingCurve.generator(), proof.response()).proves(shown, statement))
          .isFalse();
    }
  }
}
