package io.localstream.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.device.LocalIdentity;
import io.localstream.domain.device.PeerCredentials;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Link;
import io.localstream.domain.port.SecureChannel;
import io.localstream.domain.port.contract.ChannelSecurityContract;
import io.localstream.domain.port.fake.PipedLinks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.tls.ChannelBinding;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerProtocol;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TlsChannelSecurityTest extends ChannelSecurityContract {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final IdentityKeys FIRST = TestDevices.FIRST.keys();
  private static final IdentityKeys SECOND = TestDevices.SECOND.keys();
  private static final List<Integer> OLD_GROUP = List.of(NamedGroup.x25519);

  @Override
  protected Party initiator() {
    return party(TestDevices.FIRST);
  }

  @Override
  protected Party responder() {
    return party(TestDevices.SECOND);
  }

  private static Party party(RsaIdentityVault vault) {
    LocalIdentity identity = vault.identity();
    return new Party(
        new TlsChannelSecurity(vault),
        new PeerCredentials(identity.id(), identity.signingKey(), identity.fingerprint()));
  }

  @Nested
  class KeyAgreement {
    @Test
    void isHybridBetweenEquals() throws Exception {
      assertThat(negotiated(TlsProfile.GROUPS, TlsProfile.GROUPS))
          .isEqualTo(NamedGroup.X25519MLKEM768);
    }

    @Test
    void fallsBackWhereTheResponderIsOlder() throws Exception {
      assertThat(negotiated(TlsProfile.GROUPS, OLD_GROUP)).isEqualTo(NamedGroup.x25519);
    }

    @Test
    void fallsBackWhereTheInitiatorIsOlder() throws Exception {
      assertThat(negotiated(OLD_GROUP, TlsProfile.GROUPS)).isEqualTo(NamedGroup.x25519);
    }

    private int negotiated(List<Integer> initiator, List<Integer> responder) throws Exception {
      PipedLinks links = PipedLinks.connected();
      FutureTask<SecureChannel> peer =
          start(new TlsChannelSecurity(TestDevices.SECOND, responder)::respond, links.second());
      try (SecureChannel dialled =
              new TlsChannelSecurity(TestDevices.FIRST, initiator).initiate(links.first(), LONG);
          SecureChannel accepted = peer.get()) {
        assertThat(((TlsChannel) accepted).negotiatedGroup())
            .isEqualTo(((TlsChannel) dialled).negotiatedGroup());
        return ((TlsChannel) dialled).negotiatedGroup();
      }
    }
  }

  @Nested
  class Responder {
    @Test
    void refusesAnInitiatorWithoutACertificate() {
      assertRefused(
          "certificate_required",
          new TlsInitiator(TlsProfile.cryptography(), FIRST, TlsProfile.GROUPS) {
            @Override
            TlsCredentials ownCredentials() {
              return null;
            }
          });
    }

    @Test
    void refusesAnInitiatorWithTheCertificateOfAnother() {
      assertRefused(
          "decrypt_error",
          new TlsInitiator(TlsProfile.cryptography(), impostor(), TlsProfile.GROUPS));
    }

    @Test
    void refusesAnOlderVersionOfTls() {
      assertRefused(
          "protocol_version",
          new TlsInitiator(TlsProfile.cryptography(), FIRST, TlsProfile.GROUPS) {
            @Override
            protected ProtocolVersion[] getSupportedVersions() {
              return ProtocolVersion.TLSv12.only();
            }

            @Override
            protected int[] getSupportedCipherSuites() {
              return new int[] {CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384};
            }
          });
    }

    @Test
    void refusesOtherCipherSuites() {
      assertRefused(
          "handshake_failure",
          new TlsInitiator(TlsProfile.cryptography(), FIRST, TlsProfile.GROUPS) {
            @Override
            protected int[] getSupportedCipherSuites() {
              return new int[] {CipherSuite.TLS_AES_128_GCM_SHA256};
            }
          });
    }

    @Test
    void refusesOtherKeyAgreements() {
      assertRefused(
          "handshake_failure",
          new TlsInitiator(TlsProfile.cryptography(), FIRST, List.of(NamedGroup.secp256r1)));
    }

    @Test
    void refusesAnotherApplicationProtocol() {
      assertRefused(
          "no_application_protocol", initiatorFor(new Vector<>(List.of(ProtocolName.HTTP_1_1))));
    }

    @Test
    void refusesNoApplicationProtocol() {
      assertRefused("no_application_protocol", initiatorFor(null));
    }

    private TlsInitiator initiatorFor(Vector<ProtocolName> protocols) {
      return new TlsInitiator(TlsProfile.cryptography(), FIRST, TlsProfile.GROUPS) {
        @Override
        protected Vector<ProtocolName> getProtocolNames() {
          return protocols;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void processServerExtensions(Hashtable extensions) {
          // Whatever the responder says is fine.
        }
      };
    }

    private void assertRefused(String alert, TlsInitiator client) {
      PipedLinks links = PipedLinks.connected();
      FutureTask<SecureChannel> peer =
          start(
              (link, timeout) -> {
                TlsClientProtocol protocol = new TlsClientProtocol();
                new TlsHandshake(protocol, link, Deadline.after(timeout))
                    .run(() -> protocol.connect(client));
                return new TlsChannel(link, protocol, client.outcome());
              },
              links.first());
      assertHandshakeFails(
          alert, () -> new TlsChannelSecurity(TestDevices.SECOND).respond(links.second(), LONG));
      // A client is through before the server has judged it; then its first read tells.
      assertThat(catchThrowableOfType(Exception.class, () -> readFrom(peer.get()))).isNotNull();
    }
  }

  @Nested
  class Initiator {
    @Test
    void refusesAMessageThatIsTooLong() {
      PipedLinks links = PipedLinks.connected();
      byte[] serverHelloOfOneMebibyte = {22, 3, 3, 0, 4, 2, 16, 0, 0};
      links.second().write(ByteBuffer.wrap(serverHelloOfOneMebibyte), LONG);
      assertHandshakeFails(
          "internal_error",
          () -> new TlsChannelSecurity(TestDevices.FIRST).initiate(links.first(), LONG));
    }

    @Test
    void refusesAResponderWithTheCertificateOfAnother() {
      assertRefused(
          "decrypt_error",
          new TlsResponder(TlsProfile.cryptography(), impostor(), TlsProfile.GROUPS));
    }

    @Test
    void refusesAnOlderVersionOfTls() {
      assertRefused(
          "protocol_version",
          new TlsResponder(TlsProfile.cryptography(), SECOND, TlsProfile.GROUPS) {
            @Override
            protected ProtocolVersion[] getSupportedVersions() {
              return ProtocolVersion.TLSv12.only();
            }
          });
    }

    @Test
    void refusesAResponderThatNamesNoApplicationProtocol() {
      assertRefused(
          "no_application_protocol",
          new TlsResponder(TlsProfile.cryptography(), SECOND, TlsProfile.GROUPS) {
            @Override
            @SuppressWarnings("rawtypes")
            public void getServerExtensionsForConnection(Hashtable extensions) throws IOException {
              selectedProtocolName = null;
              super.getServerExtensionsForConnection(extensions);
            }
          });
    }

    private void assertRefused(String alert, TlsResponder server) {
      PipedLinks links = PipedLinks.connected();
      FutureTask<SecureChannel> peer =
          start(
              (link, timeout) -> {
                TlsServerProtocol protocol = new TlsServerProtocol();
                new TlsHandshake(protocol, link, Deadline.after(timeout))
                    .run(() -> protocol.accept(server));
                return new TlsChannel(link, protocol, server.outcome());
              },
              links.second());
      assertHandshakeFails(
          alert, () -> new TlsChannelSecurity(TestDevices.FIRST).initiate(links.first(), LONG));
      assertThat(peer).failsWithin(LONG);
    }
  }

  @Test
  void bindsWithWhatTheLibraryCallsTheExportedBinding() throws Exception {
    AtomicReference<byte[]> librarys = new AtomicReference<>();
    TlsInitiator client =
        new TlsInitiator(TlsProfile.cryptography(), FIRST, TlsProfile.GROUPS) {
          @Override
          public void notifyHandshakeComplete() throws IOException {
            super.notifyHandshakeComplete();
            librarys.set(context.exportChannelBinding(ChannelBinding.tls_exporter));
          }
        };
    PipedLinks links = PipedLinks.connected();
    FutureTask<SecureChannel> peer =
        start(new TlsChannelSecurity(TestDevices.SECOND)::respond, links.second());
    TlsClientProtocol protocol = new TlsClientProtocol();
    new TlsHandshake(protocol, links.first(), Deadline.after(LONG))
        .run(() -> protocol.connect(client));
    try (SecureChannel accepted = peer.get()) {
      assertThat(accepted.binding()).isEqualTo(librarys.get());
    }
  }

  @Test
  void presentsNewKeysAsSoonAsTheyAreThere() throws Exception {
    RsaIdentityVault vault = TestDevices.copyOf(TestDevices.SECOND);
    TlsChannelSecurity responder = new TlsChannelSecurity(vault);
    assertThat(presentedBy(responder)).isEqualTo(TestDevices.SECOND.identity().fingerprint());
    vault.rotate();
    assertThat(presentedBy(responder))
        .isEqualTo(vault.identity().fingerprint())
        .isNotEqualTo(TestDevices.SECOND.identity().fingerprint());
  }

  private static Fingerprint presentedBy(TlsChannelSecurity responder) throws Exception {
    PipedLinks links = PipedLinks.connected();
    FutureTask<SecureChannel> peer = start(responder::respond, links.second());
    try (SecureChannel dialled =
            new TlsChannelSecurity(TestDevices.FIRST).initiate(links.first(), LONG);
        SecureChannel _ = peer.get()) {
      return dialled.peer().fingerprint();
    }
  }

  @Nested
  class Wire {
    @Test
    void showsNoCertificateAndNoContent() throws Exception {
      PipedLinks links = PipedLinks.connected();
      RecordingLink wire = new RecordingLink(links.first());
      RecordingLink back = new RecordingLink(links.second());
      FutureTask<SecureChannel> peer =
          start(new TlsChannelSecurity(TestDevices.SECOND)::respond, back);
      try (SecureChannel dialled = new TlsChannelSecurity(TestDevices.FIRST).initiate(wire, LONG);
          SecureChannel accepted = peer.get()) {
        dialled.write(ByteBuffer.wrap(FIRST.certificate().id().toString().getBytes()), LONG);
        readFrom(accepted);
      }
      assertThat(wire.written()).doesNotContain(FIRST.certificate().id().toString());
      assertThat(back.written()).doesNotContain(SECOND.certificate().id().toString());
    }
  }

  /** The certificate of the first device, and somebody else's key. */
  private static IdentityKeys impostor() {
    return new IdentityKeys(
        FIRST.certificate(), SECOND.signing(), FIRST.wrapping(), FIRST.unwrapping());
  }

  private static void assertHandshakeFails(String alert, ThrowingCallable action) {
    LocalStreamException failure = catchThrowableOfType(LocalStreamException.class, action);
    assertThat(failure).isNotNull();
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(FailureCode.HANDSHAKE_FAILED);
    assertThat(failure.getMessage()).contains(alert).doesNotContain("\n");
  }

  private static int readFrom(SecureChannel channel) {
    return channel.read(ByteBuffer.allocate(100), LONG);
  }

  private interface Attempt {
    SecureChannel over(Link link, Duration timeout);
  }

  private static FutureTask<SecureChannel> start(Attempt attempt, Link link) {
    FutureTask<SecureChannel> task = new FutureTask<>(() -> attempt.over(link, LONG));
    Thread.startVirtualThread(task);
    return task;
  }
}
