package io.localstream.bootstrap.endtoend;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network device whose other end is this program (Linux, Documentation/networking/tuntap.rst). It
 * is gone once this is closed. For one thread that reads and one that writes.
 */
final class Tap implements AutoCloseable {
  private static final Path DEVICES = Path.of("/dev/net/tun");
  private static final int FRAME_BYTES = 2_048;
  private static final int READ_AND_WRITE = 2;
  private static final long TUNSETIFF = 0x4004_54caL;
  private static final short ETHERNET_WITHOUT_FLAGS = 0x1002;
  private static final int REQUEST_BYTES = 40;
  private static final int FLAGS_AT = 16;
  private static final short READABLE = 1;

  private static final MethodHandle OPEN = system("open", true, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle IOCTL =
      system("ioctl", true, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
  private static final MethodHandle POLL =
      system("poll", false, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle READ =
      system("read", false, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle WRITE =
      system("write", false, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle CLOSE = system("close", false, JAVA_INT, JAVA_INT);

  private final Arena arena = Arena.ofShared();
  private final MemorySegment incoming = arena.allocate(FRAME_BYTES);
  private final MemorySegment outgoing = arena.allocate(FRAME_BYTES);
  private final MemorySegment wish = arena.allocate(8, 4);
  private final int descriptor;

  @SuppressWarnings("restricted")
  private static MethodHandle system(
      String name,
      boolean variadic,
      java.lang.foreign.MemoryLayout result,
      java.lang.foreign.MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor form = FunctionDescriptor.of(result, arguments);
    MemorySegment function = linker.defaultLookup().findOrThrow(name);
    return variadic
        ? linker.downcallHandle(
            function, form, Linker.Option.firstVariadicArg(arguments.length - 1))
        : linker.downcallHandle(function, form);
  }

  /** Whether such devices can be made here. */
  static boolean arePossible() {
    return Files.isWritable(DEVICES);
  }

  /** Makes a device of that name, which is down. */
  Tap(String name) {
    MemorySegment devices = arena.allocateFrom(DEVICES.toString());
    descriptor = call(() -> (int) OPEN.invokeExact(devices, READ_AND_WRITE));
    MemorySegment request = arena.allocate(REQUEST_BYTES, 8);
    request.setString(0, name);
    request.set(JAVA_SHORT, FLAGS_AT, ETHERNET_WITHOUT_FLAGS);
    int made = call(() -> (int) IOCTL.invokeExact(descriptor, TUNSETIFF, request));
    if (descriptor < 0 || made < 0) {
      throw new IllegalStateException("no network device " + name + " can be made here");
    }
  }

  /** Takes what came out of the device; empty where nothing did for so long. */
  byte[] read(int millis) {
    wish.set(JAVA_INT, 0, descriptor);
    wish.set(JAVA_SHORT, 4, READABLE);
    wish.set(JAVA_SHORT, 6, (short) 0);
    if (call(() -> (int) POLL.invokeExact(wish, 1L, millis)) <= 0) {
      return new byte[0];
    }
    long bytes = call(() -> (long) READ.invokeExact(descriptor, incoming, (long) FRAME_BYTES));
    return incoming.asSlice(0, Math.max(0, bytes)).toArray(JAVA_BYTE);
  }

  /** Puts a frame into the device; one that is down throws it away. */
  void write(byte[] frame) {
    MemorySegment.copy(frame, 0, outgoing, JAVA_BYTE, 0, frame.length);
    call(() -> (long) WRITE.invokeExact(descriptor, outgoing, (long) frame.length));
  }

  @Override
  public void close() {
    call(() -> (int) CLOSE.invokeExact(descriptor));
    arena.close();
  }

  private interface Call<T> {
    T run() throws Throwable;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
