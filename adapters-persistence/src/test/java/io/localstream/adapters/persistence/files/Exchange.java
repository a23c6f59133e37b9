package io.localstream.adapters.persistence.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Another user's loop that gives two paths each other's content, see renameat2(2) of Linux. */
final class Exchange implements AutoCloseable {
  private static final int CURRENT_FOLDER = -100;
  private static final int RENAME_EXCHANGE = 2;

  private final CountDownLatch first = new CountDownLatch(1);
  private final Thread loop;
  private volatile boolean over;

  private Exchange(MethodHandle rename, Path one, Path other) {
    loop = Thread.ofPlatform().daemon().start(() -> run(rename, one, other));
  }

  /** Returns when it was done once; empty where the system has no such call. */
  @SuppressWarnings("restricted")
  static Optional<Exchange> start(Path one, Path other) throws InterruptedException {
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = linker.defaultLookup();
    Optional<MethodHandle> rename =
        symbols
            .find("renameat2")
            .map(symbol ->
                linker.downcallHandle(
                    symbol,
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT)));
    if (rename.isEmpty()) {
      return Optional.empty();
    }
    Exchange exchange = new Exchange(rename.get(), one, other);
    exchange.first.await();
    return Optional.of(exchange);
  }

  private void run(MethodHandle rename, Path one, Path other) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment from = arena.allocateFrom(one.toString());
      MemorySegment to = arena.allocateFrom(other.toString());
      while (!over) {
        int result =
            (int) rename.invokeExact(CURRENT_FOLDER, from, CURRENT_FOLDER, to, RENAME_EXCHANGE);
        if (result == 0) {
          first.countDown();
        }
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      loop.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
