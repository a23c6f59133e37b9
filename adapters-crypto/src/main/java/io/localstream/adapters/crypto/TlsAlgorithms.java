package io.localstream.adapters.crypto;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Locale;
import org.bouncycastle.jcajce.util.DefaultJcaJceHelper;
import org.bouncycastle.tls.crypto.Tls13Verifier;
import org.bouncycastle.tls.crypto.TlsStreamSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;

/**
 * Where TLS takes its algorithms from: the platform's providers, which name RSASSA-PSS otherwise
 * than the library asks for it; the hash and the salt are parameters that the library sets in any
 * case. BouncyCastle's own provider would take longer to be made than all of a handshake, and would
 * look in every key's modulus for primes.
 */
final class TlsAlgorithms extends JcaTlsCrypto {
  private static final String PSS = "ANDMGF1";

  TlsAlgorithms() {
    super(new DefaultJcaJceHelper(), new SecureRandom(), new SecureRandom());
  }

  @Override
  protected TlsStreamSigner createStreamSigner(
      String algorithm, AlgorithmParameterSpec parameters, PrivateKey key, boolean needsRandom)
      throws IOException {
    return super.createStreamSigner(platformName(algorithm), parameters, key, needsRandom);
  }

  @Override
  protected Tls13Verifier createTls13Verifier(
      String algorithm, AlgorithmParameterSpec parameters, PublicKey key) throws IOException {
    return super.createTls13Verifier(platformName(algorithm), parameters, key);
  }

  private static String platformName(String algorithm) {
    return algorithm.toUpperCase(Locale.ROOT).endsWith(PSS) ? "RSASSA-PSS" : algorithm;
  }
}
