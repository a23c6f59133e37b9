package io.localstream.adapters.crypto;

import io.localstream.domain.display.SpokenWords;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PairingRun;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * J-PAKE (RFC 8236, sections 3 and 5) over P-256 with SHA-256 and Schnorr proofs (RFC 8235), by
 * BouncyCastle's primitives. Safe for several threads; its runs are for one.
 */
public final class JPakePairingExchange implements PairingExchange {
  private final SecureRandom random = new SecureRandom();

  @Override
  public PairingCode newCode() {
    int number = 1 + random.nextInt(PairingCode.MAX_NUMBER);
    int[] words = random.ints(PairingCode.WORDS, 0, SpokenWords.COUNT).toArray();
    try {
      return PairingCode.of(number, words);
    } finally {
      Arrays.fill(words, 0);
    }
  }

  @Override
  public PairingRun begin(PairingCode code, PairingContext context) {
    String dialler = identity("dialler", context.dialler());
    String listener = identity("listener", context.listener());
    boolean dialled = context.side() == Side.DIALLED;
    JPakeParty party =
        new JPakeParty(
            dialled ? dialler : listener,
            dialled ? listener : dialler,
            PairingPassword.derive(code, context),
            random);
    return new JPakeRun(party, context.side());
  }

  /** The identity in the proofs and in the confirmation (RFC 8236, section 3: they must differ). */
  private static String identity(String role, PairingParty party) {
    return role + " " + party.fingerprint().hex();
  }
}
