package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.port.EventObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of one run, put together; nothing is opened before it is needed. */
final class Parts implements AutoCloseable {
  private final Streams streams;
  private final Screen screen;
  private final Freshness freshness;
  private final QuestionDesk desk;
  private final Person person;
  private final TransferTimes times = new TransferTimes(System::nanoTime);
  private final WaitingOffers offers;
  private final Announcer announcer;
  private final PersonTerminal terminal;
  private final Interview interview;
  private final Foreground foreground;
  private final CodeSource codes;
  private @Nullable CliPassphrases passphrases;

  Parts(Streams streams, Map<String, String> environment) {
    this.streams = streams;
    screen = new Screen(streams);
    freshness = new Freshness(streams.inIsTerminal());
    desk = new QuestionDesk(screen);
    person = new Person(streams.inIsTerminal() ? desk : new AbsentPerson(screen), screen);
    offers = new WaitingOffers(freshness);
    announcer =
        new Announcer(
            screen,
            offers,
            new RefusalThrottle(System::nanoTime),
            new OfferThrottle(System::nanoTime));
    terminal = new PersonTerminal(streams, screen);
    codes = new CodeSource(screen, person, environment, streams.in());
    interview = new Interview(desk, screen, terminal);
    foreground = new Foreground(desk, interview, terminal);
    freshness.lookAt(terminal::typing);
  }

  /** Opens the device of a home. */
  synchronized RunningDevice open(DeviceFactory devices, Path home, GlobalOptions start) {
    EventObserver observer =
        event -> {
          times.on(event);
          announcer.on(event);
        };
    CliPassphrases source = new CliPassphrases(start::passphraseFile, new TypedPassphrases(person));
    passphrases = source;
    RunningDevice device =
        devices.open(home, new Contacts(person, source, observer, screen::important));
    if (start.silent()) {
      device.changeSettings().silence();
    }
    return device;
  }

  /** Every command, working on one device. */
  Commands commands(DeviceSlot slot, DeviceFactory devices, String version) {
    TransferFollower follower = new TransferFollower(screen, times);
    Surroundings surroundings =
        new Surroundings(slot, screen, person, follower, offers, streams.in());
    return new Commands(
        surroundings,
        new Answering(surroundings, desk, freshness),
        codes,
        new TwoDevices(devices, times),
        version);
  }

  /** Lines typed at the prompt. */
  PromptLines promptLines(CommandTree tree, DeviceSlot slot, Supplier<Path> home) {
    slot.get();
    IdleQuestions questions = new IdleQuestions(desk, freshness, screen, foreground::isRunning);
    desk.whenChanged(() -> {
      announcer.later(questions::announce);
      if (questions.toBeTyped().isPresent()) {
        terminal.abortPrompt();
      }
    });
    ShellCompleter completer = new ShellCompleter(tree, new Names(slot));
    return new PromptLines(
        terminal,
        freshness,
        questions,
        interview,
        PromptLines.reader(terminal, completer, ShellHistory.in(home.get()).orElse(null)));
  }

  Streams streams() {
    return streams;
  }

  Screen screen() {
    return screen;
  }

  Person person() {
    return person;
  }

  PersonTerminal terminal() {
    return terminal;
  }

  Foreground foreground() {
    return foreground;
  }

  void start() {
    announcer.start();
  }

  /** From now on only what has to be known is announced. */
  void leave() {
    announcer.leave();
  }

  /** Waits until all that has happened so far is announced. */
  void finishAnnouncing() {
    announcer.close();
  }

  @Override
  public synchronized void close() throws IOException {
    if (passphrases != null) {
      passphrases.close();
    }
    announcer.close();
    terminal.close();
  }
}
