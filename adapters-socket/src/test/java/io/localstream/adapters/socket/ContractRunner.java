package io.localstream.adapters.socket;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one class of tests in this process, which may be in a namespace. */
final class ContractRunner {
  private ContractRunner() {}

  /** Ends with 0 where all tests of the class passed, and there were some. */
  public static void main(String... arguments) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(arguments[0]))
            .build(),
        listener);
    listener.getSummary().printFailuresTo(new PrintWriter(System.out, true), 30);
    long found = listener.getSummary().getTestsFoundCount();
    long succeeded = listener.getSummary().getTestsSucceededCount();
    System.out.println(succeeded + " of " + found + " tests passed");
    System.exit(found > 0 && succeeded == found ? 0 : 1);
  }
}
