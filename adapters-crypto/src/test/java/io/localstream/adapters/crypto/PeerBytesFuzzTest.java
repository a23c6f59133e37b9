package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.localstream.domain.device.Succession;
import io.localstream.domain.network.Side;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What a peer presents before it is trusted: certificate, keys, pairing, statements. */
class PeerBytesFuzzTest {
  private static final IdentityKeys KEYS = TestDevices.FIRST.keys();

  static List<byte[]> certificates() {
    return List.of(KEYS.certificate().encoded(), TestDevices.SECOND.keys().certificate().encoded());
  }

  static List<byte[]> keys() {
    return List.of(KEYS.wrapping().getEncoded(), KEYS.certificate().key().getEncoded());
  }

  static List<byte[]> statements() {
    return List.of(
        SuccessionStatement.encode(SuccessionStatement.sign(KEYS, TestDevices.SECOND.identity())));
  }

  /** Of all three rounds, and both sides. */
  static Stream<byte[]> messages() {
    JPakeParty party = new JPakeParty("a", "b", BigInteger.TEN, new SecureRandom());
    JPakeParty other = new JPakeParty("b", "a", BigInteger.TEN, new SecureRandom());
    JPakeMessage.Second second = party.second(other.first());
    return Stream.of(
        party.first().encode(Side.DIALLED),
        party.first().encode(Side.LISTENING),
        second.encode(Side.DIALLED),
        second.encode(Side.LISTENING),
        new JPakeMessage.Confirmation(new byte[JPakeMessage.Confirmation.BYTES])
            .encode(Side.DIALLED),
        HexFormat.of().parseHex("0101" + "00".repeat(196)),
        HexFormat.of().parseHex("0202" + "ff".repeat(98)));
  }

  @MethodSource("certificates")
  @FuzzTest
  void aCertificateIsADevicesOrNone(byte[] der) {
    try {
      DeviceCertificate certificate = DeviceCertificate.parse(der);
      assertThat(certificate.encoded()).isEqualTo(der);
      certificate.x509().verify(certificate.key());
    } catch (GeneralSecurityException e) {
      assertThat(e).isNotInstanceOf(RuntimeException.class);
    }
  }

  @MethodSource("keys")
  @FuzzTest
  void aKeyIsUsableOrNone(byte[] der) {
    try {
      assertThat(RsaKeys.decodePublic(der).getEncoded()).isEqualTo(der);
    } catch (GeneralSecurityException e) {
      assertThat(e).isNotInstanceOf(RuntimeException.class);
    }
  }

  @MethodSource("statements")
  @FuzzTest
  void aStatementIsSignedOrNone(byte[] kept) {
    try {
      Succession succession = SuccessionStatement.decode(kept);
      assertThat(SuccessionStatement.encode(succession)).isEqualTo(kept);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      assertThat(e).isNotInstanceOf(IllegalStateException.class);
    }
  }

  @MethodSource("messages")
  @FuzzTest
  void aPairingMessageHasOneForm(byte[] message) {
    for (Side side : Side.values()) {
      check(message, side, JPakeMessage::first);
      check(message, side, JPakeMessage::second);
      check(message, side, JPakeMessage::confirmation);
    }
  }

  private interface Reader {
    JPakeMessage read(byte[] message, Side sender);
  }

  private static void check(byte[] message, Side side, Reader reader) {
    JPakeMessage read;
    try {
      read = reader.read(message, side);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(read.encode(side)).isEqualTo(message);
  }
}
