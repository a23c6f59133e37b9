package io.localstream.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import com.google.inject.Key;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.application.usecase.UseCases;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.ChannelSecurity;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.ContentEncryption;
import io.localstream.domain.port.Digester;
import io.localstream.domain.port.Discovery;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.IdentifierSource;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.IncomingFiles;
import io.localstream.domain.port.LaneFraming;
import io.localstream.domain.port.MessageCodec;
import io.localstream.domain.port.Neighbourhood;
import io.localstream.domain.port.Notary;
import io.localstream.domain.port.OutgoingFiles;
import io.localstream.domain.port.PairingExchange;
import io.localstream.domain.port.PassphraseSource;
import io.localstream.domain.port.ReceiptStore;
import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.port.SecretStore;
import io.localstream.domain.port.SessionSecrets;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.SettingsStore;
import io.localstream.domain.port.Ticker;
import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.Transport;
import io.localstream.domain.port.TrustStore;
import io.localstream.domain.port.fake.InMemoryChannelSecurity;
import io.localstream.domain.port.fake.InMemoryConnectionStore;
import io.localstream.domain.port.fake.InMemoryContentEncryption;
import io.localstream.domain.port.fake.InMemoryDigester;
import io.localstream.domain.port.fake.InMemoryDiscovery;
import io.localstream.domain.port.fake.InMemoryFiles;
import io.localstream.domain.port.fake.InMemoryIdentityVault;
import io.localstream.domain.port.fake.InMemoryLaneFraming;
import io.localstream.domain.port.fake.InMemoryMessageCodec;
import io.localstream.domain.port.fake.InMemoryNotary;
import io.localstream.domain.port.fake.InMemoryPairingExchange;
import io.localstream.domain.port.fake.InMemoryReceiptStore;
import io.localstream.domain.port.fake.InMemoryRunningTransfers;
import io.localstream.domain.port.fake.InMemoryScratchFiles;
import io.localstream.domain.port.fake.InMemorySecretStore;
import io.localstream.domain.port.fake.InMemorySessionSecrets;
import io.localstream.domain.port.fake.InMemorySessionStore;
import io.localstream.domain.port.fake.InMemorySettingsStore;
import io.localstream.domain.port.fake.InMemoryTransferLog;
import io.localstream.domain.port.fake.InMemoryTransport;
import io.localstream.domain.port.fake.InMemoryTrustStore;
import io.localstream.domain.port.fake.RecordingEventObserver;
import io.localstream.domain.port.fake.ScriptedApprovalPrompt;
import io.localstream.domain.port.fake.ScriptedNeighbourhood;
import io.localstream.domain.port.fake.ScriptedPassphraseSource;
import io.localstream.domain.port.fake.SteppedClock;
import io.localstream.domain.port.fake.SteppedIdentifierSource;
import io.localstream.domain.port.fake.SteppedTicker;
import io.localstream.domain.trust.PinnedDevice;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The injector builds every use case, with the real adapters and with each fake in its place. */
class WiringTest {
  private static final InMemoryIdentityVault IDENTITY = InMemoryIdentityVault.numbered(1);
  private static final InMemoryFiles FILES = new InMemoryFiles();

  private static final Map<Class<?>, Object> FAKES =
      Map.ofEntries(
          Map.entry(ApprovalPrompt.class, new ScriptedApprovalPrompt()),
          Map.entry(ChannelSecurity.class, new InMemoryChannelSecurity(IDENTITY.credentials())),
          Map.entry(ConnectionStore.class, new InMemoryConnectionStore()),
          Map.entry(
              ContentEncryption.class,
              new InMemoryContentEncryption(IDENTITY.identity().wrappingKey())),
          Map.entry(Digester.class, new InMemoryDigester()),
          Map.entry(Notary.class, new InMemoryNotary(IDENTITY)),
          Map.entry(ReceiptStore.class, new InMemoryReceiptStore()),
          Map.entry(RunningTransfers.class, new InMemoryRunningTransfers()),
          Map.entry(Discovery.class, new InMemoryDiscovery.Air().device()),
          Map.entry(PairingExchange.class, new InMemoryPairingExchange()),
          Map.entry(PassphraseSource.class, new ScriptedPassphraseSource()),
          Map.entry(SessionSecrets.class, new InMemorySessionSecrets()),
          Map.entry(EventObserver.class, new RecordingEventObserver()),
          Map.entry(IdentifierSource.class, new SteppedIdentifierSource()),
          Map.entry(IdentityVault.class, IDENTITY),
          Map.entry(IncomingFiles.class, FILES),
          Map.entry(InstantSource.class, new SteppedClock()),
          Map.entry(LaneFraming.class, new InMemoryLaneFraming()),
          Map.entry(MessageCodec.class, new InMemoryMessageCodec()),
          Map.entry(Neighbourhood.class, new ScriptedNeighbourhood()),
          Map.entry(OutgoingFiles.class, FILES),
          Map.entry(ScratchFiles.class, new InMemoryScratchFiles()),
          Map.entry(SecretStore.class, new InMemorySecretStore()),
          Map.entry(SessionStore.class, new InMemorySessionStore()),
          Map.entry(SettingsStore.class, new InMemorySettingsStore()),
          Map.entry(Ticker.class, new SteppedTicker()),
          Map.entry(TransferLog.class, new InMemoryTransferLog()),
          Map.entry(Transport.class, new InMemoryTransport()),
          Map.entry(TrustStore.class, new InMemoryTrustStore()));

  @TempDir Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  @SuppressWarnings("unchecked")
  private <P> LocalStream withFake(LocalStream device, Class<P> port) {
    return device.replacing(port, (P) FAKES.get(port));
  }

  private static void assertComplete(RunningDevice device) throws ReflectiveOperationException {
    List<Method> useCases = List.of(UseCases.class.getMethods());
    assertThat(useCases).hasSizeGreaterThanOrEqualTo(8);
    for (Method useCase : useCases) {
      assertThat(useCase.invoke(device)).as(useCase.getName()).isNotNull();
    }
  }

  static Stream<Class<?>> ports() {
    return OutboundPorts.ALL.stream();
  }

  @Test
  void knowsAFakeForEveryOutboundPort() {
    assertThat(FAKES.keySet()).isEqualTo(OutboundPorts.ALL);
  }

  @Test
  void buildsEveryUseCaseAndTouchesNothingUntilItIsUsed() throws ReflectiveOperationException {
    try (RunningDevice device = LocalStream.at(home()).open()) {
      assertComplete(device);
    }
    assertThat(home()).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("ports")
  void buildsEveryUseCaseWithAFakeInPlaceOf(Class<?> port) throws ReflectiveOperationException {
    LocalStream description = withFake(LocalStream.at(home()), port);

    Injector injector = description.injector();

    assertThat(injector.getInstance(Key.get((Class<?>) port))).isSameAs(FAKES.get(port));
    try (RunningDevice device = injector.getInstance(RunningDevice.class)) {
      assertComplete(device);
    }
  }

  @Test
  void usesTheAdapterThatItWasGiven() {
    InMemoryTrustStore companyDirectory = new InMemoryTrustStore();
    LocalStream description = LocalStream.at(home()).replacing(TrustStore.class, companyDirectory);

    TrustStore used = description.injector().getInstance(TrustStore.class);

    used.forget(IDENTITY.identity().id());
    assertThat(used.all()).isEqualTo(List.<PinnedDevice>of());
    assertThat(Files.exists(home())).isFalse();
  }

  @Test
  void refusesToReplaceWhatIsNotAnOutboundPort() {
    assertThatThrownBy(() -> LocalStream.at(home()).replacing(String.class, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not an outbound port");
  }
}
