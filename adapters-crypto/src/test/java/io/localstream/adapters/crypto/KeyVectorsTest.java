package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.PublicKey;
import io.localstream.domain.network.Side;
import io.localstream.domain.pairing.PairingCode;
import io.localstream.domain.pairing.PairingContext;
import io.localstream.domain.pairing.PairingParty;
import io.localstream.domain.transfer.LaneContext;
import io.localstream.domain.transfer.TransferId;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes the keys that another implementation makes, and opens the secrets that it sealed. */
class KeyVectorsTest {
  static List<OrderedVectorFile> lanes() {
    return OrderedVectorFile.in("key");
  }

  static List<OrderedVectorFile> codes() {
    return OrderedVectorFile.in("pairing");
  }

  static List<OrderedVectorFile> sessions() {
    return OrderedVectorFile.in("session");
  }

  @Test
  void areAllThere() {
    assertThat(lanes()).hasSize(8);
    assertThat(codes()).hasSize(3);
    assertThat(sessions()).hasSize(13);
  }

  @ParameterizedTest
  @MethodSource("lanes")
  void derivesTheKeyOfALane(OrderedVectorFile file) {
    byte[] secret = file.bytes("transfer-key");
    LaneContext context =
        new LaneContext(
            new TransferId(UUID.fromString(file.text("transfer"))),
            Integer.parseInt(file.text("attempt")),
            Integer.parseInt(file.text("lane")));
    LaneKey key = new LaneKeys(secret, context).ofEpoch(Integer.parseInt(file.text("epoch")));

    assertThat(key.getEncoded()).isEqualTo(file.bytes("key"));
    file.requireEnd();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void derivesThePasswordOfACode(OrderedVectorFile file) {
    try (PairingCode code = PairingCode.parse("7-" + file.text("words"))) {
      PairingParty dialler = party(file, "dialler");
      PairingParty listener = party(file, "listener");
      byte[] binding = file.bytes("binding");
      byte[] password = file.bytes("password");

      assertThat(password(code, new PairingContext(dialler, listener, Side.DIALLED, binding)))
          .isEqualTo(password);
      assertThat(password(code, new PairingContext(listener, dialler, Side.LISTENING, binding)))
          .isEqualTo(password);
    }
    file.requireEnd();
  }

  private static byte[] password(PairingCode code, PairingContext context) {
    return PairingCurve.encode(PairingPassword.derive(code, context));
  }

  private static PairingParty party(OrderedVectorFile file, String role) {
    return new PairingParty(
        DeviceId.parse(file.text(role)),
        new Fingerprint(file.text("fingerprint")),
        new PublicKey(file.bytes("wrapping-key")));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void opensTheSecretOfASession(OrderedVectorFile file) throws Exception {
    IdentityKeys keys = WrapVectorsTest.recipient().keys();
    byte[] sealed = file.bytes("sealed");
    if (file.next("refused").isPresent()) {
      assertThatExceptionOfType(GeneralSecurityException.class)
          .isThrownBy(() -> SecretEnvelope.open(sealed, keys));
    } else {
      assertThat(SecretEnvelope.open(sealed, keys)).isEqualTo(file.bytes("secret"));
    }
    file.requireEnd();
  }
}
