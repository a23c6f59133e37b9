package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** A device as JSON: keys as base64 (RFC 4648, section 4) of their SubjectPublicKeyInfo. */
final class DeviceJson {
  private DeviceJson() {}

  static void write(PresentedDevice device, ObjectNode into) {
    into.put("id", device.id().toString());
    into.put("name", device.name().value());
    into.put("fingerprint", device.fingerprint().hex());
    into.put("signingKey", encode(device.credentials().signingKey()));
    into.put("wrappingKey", encode(device.wrappingKey()));
    device.mac().ifPresent(mac -> into.put("mac", mac.value()));
  }

  static PresentedDevice read(JsonFields from) {
    PublicKey signingKey = decode(from.text("signingKey"));
    Fingerprint fingerprint = new Fingerprint(from.text("fingerprint"));
    if (!fingerprint.equals(Fingerprint.of(sha256(signingKey)))) {
      // Trust is decided on one of them, and receipts are verified with the other.
      throw new IllegalArgumentException("the fingerprint is not that of the key");
    }
    PeerCredentials credentials =
        new PeerCredentials(DeviceId.parse(from.text("id")), signingKey, fingerprint);
    return new PresentedDevice(
        credentials,
        new DeviceName(from.text("name")),
        decode(from.text("wrappingKey")),
        from.optionalText("mac").map(MacAddress::new));
  }

  private static byte[] sha256(PublicKey key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.encoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String encode(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.encoded());
  }

  private static PublicKey decode(String text) {
    return new PublicKey(Base64.getDecoder().decode(text));
  }
}
