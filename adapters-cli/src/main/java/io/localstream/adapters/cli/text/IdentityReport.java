package io.localstream.adapters.cli.text;

import io.localstream.application.usecase.GuardIdentity;
import io.localstream.domain.device.IdentityProtection;
import io.localstream.domain.device.PublicKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The answers to {@code identity show} and {@code identity export}. */
public final class IdentityReport {
  /** RFC 7468, section 2: lines of 64 characters. */
  private static final int PEM_COLUMNS = 64;

  private IdentityReport() {}

  /** This device as others should see it. */
  public static List<String> show(GuardIdentity.Result identity) {
    List<String> lines = new ArrayList<>();
    lines.add("device " + identity.name().display() + ", id " + identity.identity().id());
    lines.addAll(FingerprintText.lines("  fingerprint:", identity.identity().fingerprint()));
    lines.add("  private keys:      " + protection(identity.protection()));
    if (!identity.successions().isEmpty()) {
      lines.add(
          "  keys replaced:     known devices are told of "
              + Quantities.count(identity.successions().size(), "former key"));
    }
    return lines;
  }

  /** How the private keys are kept. */
  public static String protection(IdentityProtection protection) {
    return switch (protection) {
      case NONE_YET -> "none yet";
      case OWNER_ONLY -> "not protected by a passphrase (identity protect)";
      case PASSPHRASE -> "protected by a passphrase";
    };
  }

  /** A SubjectPublicKeyInfo in the textual encoding of RFC 7468, section 13. */
  public static List<String> pem(PublicKey key) {
    Base64.Encoder encoder =
        Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII));
    List<String> lines = new ArrayList<>();
    lines.add("-----BEGIN PUBLIC KEY-----");
    encoder.encodeToString(key.encoded()).lines().forEach(lines::add);
    lines.add("-----END PUBLIC KEY-----");
    return lines;
  }
}
