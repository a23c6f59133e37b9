package io.localstream.adapters.cli;

import io.localstream.application.usecase.RunningDevice;
import io.localstream.domain.port.EventObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

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
  private final Foreground foreground;

  Parts(Streams streams) {
    this.streams = streams;
    screen = new Screen(streams);
    freshness = new Freshness(streams.inIsTerminal());
    desk = new QuestionDesk(screen);
    person = new Person(streams.inIsTerminal() ? desk : new AbsentPerson(screen), screen);
    offers = new WaitingOffers(freshness);
    announcer = new Announcer(screen, offers, new RefusalThrottle(System::nanoTime));
    terminal = new PersonTerminal(streams, screen);
    foreground = new Foreground(desk, screen, terminal);
    freshness.lookAt(terminal::typing);
  }

  /** Opens the device of a home. */
  RunningDevice open(DeviceFactory devices, Path home) {
    EventObserver observer =
        event -> {
          times.on(event);
          announcer.on(event);
        };
    return devices.open(home, person, observer, screen::important);
  }

  /** Every command, working on one device. */
  Commands commands(DeviceSlot slot, DeviceFactory devices, String version) {
    TransferFollower follower = new TransferFollower(screen, times);
    return new Commands(
        new Surroundings(slot, screen, person, follower, offers),
        new Answering(slot, screen, desk, freshness, follower),
        new TwoDevices(devices, times),
        version);
  }

  /** Lines typed at the prompt. */
  PromptLines promptLines(CommandTree tree, DeviceSlot slot, Supplier<Path> home) {
    slot.get();
    IdleQuestions questions = new IdleQuestions(desk, freshness, screen, foreground::isRunning);
    desk.whenChanged(() -> announcer.later(questions::announce));
    ShellCompleter completer = new ShellCompleter(tree, () -> slot.get().showStatus().show());
    return new PromptLines(terminal, freshness, questions, completer, ShellHistory.in(home.get()));
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

  @Override
  public void close() throws IOException {
    announcer.close();
    terminal.close();
  }
}
