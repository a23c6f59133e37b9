package io.localstream.adapters.persistence.files;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much space a file takes on its disk, which Java does not tell and statx(2) of Linux does. A
 * file with holes takes less than its size.
 */
final class AllocatedBytes {
  private static final int CURRENT_FOLDER = -100;
  private static final int NO_FOLLOW = 0x100;
  private static final int WITH_BLOCKS = 0x400;
  private static final int MASK_AT = 0;
  private static final int BLOCKS_AT = 48;
  private static final int ANSWER_BYTES = 256;
  private static final int BLOCK_BYTES = 512;

  /** Looked up when it is first needed: few transfers do. */
  private static final class Native {
    static final @Nullable MethodHandle STATX = find();

    @SuppressWarnings("restricted")
    private static @Nullable MethodHandle find() {
      Linker linker = Linker.nativeLinker();
      FunctionDescriptor form =
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
      return linker
          .defaultLookup()
          .find("statx")
          .map(function -> linker.downcallHandle(function, form))
          .orElse(null);
    }
  }

  /** What a handle is declared to throw is not what the function behind it throws: nothing. */
  @FunctionalInterface
  private interface Call<X extends Throwable> {
    int run() throws X;
  }

  private AllocatedBytes() {}

  /**
   * Asks for it.
   *
   * @param sizeBytes of the file, the answer where the system does not tell
   */
  static long of(Path file, long sizeBytes) {
    MethodHandle statx = Native.STATX;
    return statx == null ? sizeBytes : ask(statx, file, sizeBytes);
  }

  private static long ask(MethodHandle statx, Path file, long sizeBytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(file.toString(), encoding());
      MemorySegment answer = arena.allocate(ANSWER_BYTES, Long.BYTES);
      int failed =
          run(() -> (int) statx.invokeExact(CURRENT_FOLDER, path, NO_FOLLOW, WITH_BLOCKS, answer));
      return failed == 0 && (answer.get(JAVA_INT, MASK_AT) & WITH_BLOCKS) != 0
          ? answer.get(JAVA_LONG, BLOCKS_AT) * BLOCK_BYTES
          : sizeBytes;
    }
  }

  @SuppressWarnings("unchecked")
  private static int run(Call<Throwable> call) {
    return ((Call<RuntimeException>) (Call<?>) call).run();
  }

  /** Of names on this system. */
  private static Charset encoding() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }
}
