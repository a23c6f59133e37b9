package io.localstream.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import io.localstream.adapters.persistence.LocalStreamHome;
import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.EventObserver;
import io.localstream.domain.port.PassphraseSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way in for programs that embed LocalStream: describes a device and opens it. Any outbound
 * port can be given another adapter:
 *
 * <pre>{@code
 * try (RunningDevice device =
 *     LocalStream.at(Path.of("/var/lib/kiosk"))
 *         .asking(prompt)
 *         .telling(observer)
 *         .replacing(TrustStore.class, companyDirectory)
 *         .open()) {
 *   device.openConnection().open(...);
 * }
 * }</pre>
 *
 * <p>{@code TlsChannelSecurity} and {@code AesGcmContentEncryption} act for the identity of {@code
 * RsaIdentityVault}: who replaces one of {@code IdentityVault}, {@code ChannelSecurity} and {@code
 * ContentEncryption} replaces all three. A device announces its connections on the local network
 * unless {@code changeSettings().silence()} or its settings say otherwise. For one thread.
 */
public final class LocalStream {
  private final Map<Class<?>, Object> replacements = new LinkedHashMap<>();
  private final Path home;
  private ApprovalPrompt prompt = (question, timeout) -> ApprovalPrompt.Answer.NONE;
  private PassphraseSource passphrases = new NoPassphrases();
  private EventObserver observer = event -> {};
  private Consumer<String> warnings = warning -> {};

  private LocalStream(Path home) {
    this.home = home;
  }

  /** A device that lives in this folder; nobody is asked and nobody is told, until that is said. */
  public static LocalStream at(Path home) {
    return new LocalStream(home);
  }

  /** Who decides on first contacts and offers. */
  public LocalStream asking(ApprovalPrompt person) {
    this.prompt = person;
    return this;
  }

  /** Who knows the passphrase of a protected identity. */
  public LocalStream unlocking(PassphraseSource source) {
    this.passphrases = source;
    return this;
  }

  /** Who is told what happens. */
  public LocalStream telling(EventObserver listener) {
    this.observer = listener;
    return this;
  }

  /** Who takes lines that a person should see. */
  public LocalStream warning(Consumer<String> listener) {
    this.warnings = listener;
    return this;
  }

  /**
   * Gives a port another adapter.
   *
   * @throws IllegalArgumentException when that is not an outbound port
   */
  public <P> LocalStream replacing(Class<P> port, P adapter) {
    if (!OutboundPorts.ALL.contains(port)) {
      throw new IllegalArgumentException(port.getName() + " is not an outbound port");
    }
    replacements.put(port, port.cast(adapter));
    return this;
  }

  /**
   * Opens the device. Keys are made or read when they are needed first.
   *
   * @throws io.localstream.domain.failure.LocalStreamException where what the device keeps can't be
   *     used; most of it is found when it is needed first
   */
  public RunningDevice open() {
    return injector().getInstance(RunningDevice.class);
  }

  Injector injector() {
    Path base = Path.of("").toAbsolutePath();
    Path userHome =
        LocalStreamHome.userHome(System.getenv(), System.getProperties()).orElse(Path.of(""));
    Place place = new Place(home, base, userHome, warnings);
    Module adapters =
        Modules.override(
                new NetworkModule(),
                new SecurityModule(),
                new StorageModule(place),
                new PeopleModule(prompt, passphrases, observer))
            .with(new Replacements(replacements));
    return Guice.createInjector(
        Stage.PRODUCTION,
        LocalStream::strict,
        adapters,
        new ConversationModule(),
        new MeetingModule(),
        new ServiceModule(),
        new ConnectingModule(),
        new KeepingModule(),
        new SpeedModule(),
        new UseCaseModule());
  }

  private static void strict(Binder binder) {
    binder.requireExplicitBindings();
    binder.disableCircularProxies();
    binder.requireExactBindingAnnotations();
    binder.requireAtInjectOnConstructors();
  }

  /** The one place at which adapters are exchanged. */
  private static final class Replacements extends AbstractModule {
    private final Map<Class<?>, Object> adapters;

    Replacements(Map<Class<?>, Object> adapters) {
      this.adapters = Map.copyOf(adapters);
    }

    @Override
    protected void configure() {
      adapters.forEach(this::replace);
    }

    @SuppressWarnings("unchecked") // The map is only filled by replacing(), which has checked.
    private <P> void replace(Class<P> port, Object adapter) {
      bind(port).toInstance((P) adapter);
    }
  }
}
