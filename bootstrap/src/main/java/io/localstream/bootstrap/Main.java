package io.localstream.bootstrap;

import io.localstream.adapters.cli.DeviceFactory;
import io.localstream.adapters.cli.LocalStreamProgram;
import io.localstream.adapters.persistence.LocalStreamHome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(program().run(args));
  }

  static LocalStreamProgram program() {
    DeviceFactory devices =
        (home, contacts) ->
            LocalStream.at(home)
                .asking(contacts.prompt())
                .unlocking(contacts.passphrases())
                .telling(contacts.observer())
                .warning(contacts.warnings())
                .open();
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("development");
    Supplier<Path> usualHome =
        () -> LocalStreamHome.defaultLocation(System.getenv(), System.getProperties());
    return new LocalStreamProgram(devices, System.getenv(), usualHome, version);
  }
}
