package io.localstream.adapters.socket;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.jmdns.impl.JmDNSImpl;
import org.jspecify.annotations.Nullable;

/**
 * The threads that JmDNS starts for one site. One packet can end its listener (an AAAA record of
 * four bytes, in 3.6.5), after which it hears nothing more and does not know: so whatever ends one
 * of these threads counts as the site's end. Nothing is printed.
 */
final class SiteThreads extends ThreadGroup {
  private final Runnable stir;
  private volatile boolean failed;
  private @Nullable SwiftTasks tasks;

  /**
   * @param stir is run when the site has failed
   */
  SiteThreads(String name, Runnable stir) {
    super(name);
    this.stir = stir;
  }

  /** Makes something whose threads are then of this group, as threads are of their maker's. */
  <T> T make(Callable<T> maker) throws IOException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(maker);
    Thread.ofPlatform().group(this).daemon().name(getName()).start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** The same whenever asked: JmDNS may ask from two of its threads at once when it begins. */
  synchronized SwiftTasks tasks(JmDNSImpl dns) {
    SwiftTasks made = tasks == null ? new SwiftTasks(dns, this) : tasks;
    tasks = made;
    return made;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable cause) {
    fail();
  }

  void fail() {
    failed = true;
    stir.run();
  }

  boolean hasFailed() {
    return failed;
  }
}
