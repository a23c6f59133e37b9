package io.localstream.adapters.persistence.files;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A process that lets two names change places (renameat2(2)) until it is ended. */
final class SwapFolders {
  private static final int CURRENT_FOLDER = -100;
  private static final int EXCHANGE = 2;

  private SwapFolders() {}

  @SuppressWarnings("restricted") // Java has no call of its own for this.
  public static void main(String[] arguments) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle rename =
        linker.downcallHandle(
            linker.defaultLookup().find("renameat2").orElseThrow(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    MemorySegment first = Arena.global().allocateFrom(arguments[0]);
    MemorySegment second = Arena.global().allocateFrom(arguments[1]);
    for (boolean told = false; ; told = true) {
      int failed =
          (int) rename.invokeExact(CURRENT_FOLDER, first, CURRENT_FOLDER, second, EXCHANGE);
      if (!told) {
        System.out.println(failed == 0 ? "swapping" : "can't swap");
      }
    }
  }
}
