package io.localstream.adapters.persistence;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.MacAddress;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.device.PresentedDevice;
import io.localstream.domain.device.PublicKey;
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
    PeerCredentials credentials =
        new PeerCredentials(
            DeviceId.parse(from.text("id")),
            decode(from.text("signingKey")),
            new Fingerprint(from.text("fingerprint")));
    return new PresentedDevice(
        credentials,
        new DeviceName(from.text("name")),
        decode(from.text("wrappingKey")),
        from.optionalText("mac").map(MacAddress::new));
  }

  private static String encode(PublicKey key) {
    return Base64.getEncoder().encodeToString(key.encoded());
  }

  private static PublicKey decode(String text) {
    return new PublicKey(Base64.getDecoder().decode(text));
  }
}
