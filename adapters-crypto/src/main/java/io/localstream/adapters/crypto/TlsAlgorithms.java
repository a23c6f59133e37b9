package io.localstream.adapters.crypto;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Locale;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Where TLS takes its algorithms from: the platform's providers, and for RSASSA-PSS, which they
 * name otherwise than the library asks for it, BouncyCastle's own, which stays unregistered.
 */
final class TlsAlgorithms extends DefaultJcaJceHelper {
  private static final String PSS = "ANDMGF1";

  @Override
  public Signature createSignature(String algorithm) throws NoSuchAlgorithmException {
    return algorithm.toUpperCase(Locale.ROOT).endsWith(PSS)
        ? Signature.getInstance(algorithm, OwnProvider.BOUNCY_CASTLE)
        : super.createSignature(algorithm);
  }

  /** Made on first use, because that takes a while. */
  private static final class OwnProvider {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  }
}
