import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is left of a transfer without all that makes it one: reads a file, seals it with AES-256-GCM
 * in pieces of 256 KiB and sends them over two connections; takes, opens and writes them. No
 * handshake, no key exchange, no names, no journal, nobody is asked. The key is zeros. What this
 * takes is the least that a transfer between two JVMs can take.
 *
 * <p>Arguments: {@code send PORT FILE}, {@code receive PORT FILE}, or {@code both PORT FROM TO}.
 */
final class Bare {
  private static final int PIECE = 256 << 10;
  private static final int TAG = 16;
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final int LANES = 2;
  private static final int WARM_PIECE = 4 << 10;
  private static final long WARM_NANOS = 300_000_000;
  private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");

  private Bare() {}

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    List<FutureTask<?>> sides = new ArrayList<>();
    if (!arguments[0].equals("receive")) {
      sides.add(start(() -> send(port, Path.of(arguments[2]))));
    }
    if (!arguments[0].equals("send")) {
      sides.add(start(() -> receive(port, Path.of(arguments[arguments.length - 1]))));
    }
    for (int i = 0; i < LANES; i++) {
      start(Bare::warmUp);
    }
    end(sides);
  }

  private static FutureTask<?> start(Callable<?> work) {
    FutureTask<?> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static void end(List<FutureTask<?>> tasks)
      throws InterruptedException, ExecutionException {
    for (FutureTask<?> task : tasks) {
      task.get();
    }
  }

  /** The cipher is slow until it has been compiled, which many small calls bring about. */
  private static Void warmUp() throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] plain = new byte[WARM_PIECE + TAG];
    byte[] sealed = new byte[WARM_PIECE + TAG];
    long end = System.nanoTime() + WARM_NANOS;
    for (long number = 0; System.nanoTime() < end; number++) {
      cipher.init(Cipher.ENCRYPT_MODE, KEY, nonce(LANES, number));
      cipher.doFinal(plain, 0, WARM_PIECE, sealed);
      cipher.init(Cipher.DECRYPT_MODE, KEY, nonce(LANES, number));
      cipher.doFinal(sealed, 0, sealed.length, plain);
    }
    return null;
  }

  private static GCMParameterSpec nonce(int lane, long number) {
    byte[] nonce = ByteBuffer.allocate(HEAD).putInt(lane).putLong(number).array();
    return new GCMParameterSpec(TAG * Byte.SIZE, nonce);
  }

  private static Void send(int port, Path path) throws Exception {
    List<FutureTask<?>> lanes = new ArrayList<>();
    AtomicLong next = new AtomicLong();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress("127.0.0.1", port));
      for (int i = 0; i < LANES; i++) {
        SocketChannel socket = listener.accept();
        int lane = i;
        lanes.add(start(() -> send(file, socket, lane, next)));
      }
      end(lanes);
    }
    return null;
  }

  private static Void send(FileChannel file, SocketChannel socket, int lane, AtomicLong next)
      throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    ByteBuffer plain = ByteBuffer.allocate(PIECE);
    ByteBuffer sealed = ByteBuffer.allocate(HEAD + PIECE + TAG);
    long size = file.size();
    long number = 0;
    try (socket) {
      for (long at = next.getAndAdd(PIECE); at < size; at = next.getAndAdd(PIECE)) {
        plain.clear().limit((int) Math.min(PIECE, size - at));
        while (plain.hasRemaining() && file.read(plain, at + plain.position()) >= 0) {}
        sealed.clear().putLong(at).putInt(plain.flip().remaining());
        cipher.init(Cipher.ENCRYPT_MODE, KEY, nonce(lane, number++));
        cipher.doFinal(plain, sealed);
        sealed.flip();
        while (sealed.hasRemaining()) {
          socket.write(sealed);
        }
      }
    }
    return null;
  }

  private static Void receive(int port, Path path) throws Exception {
    List<FutureTask<?>> lanes = new ArrayList<>();
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < LANES; i++) {
        SocketChannel socket = dial(port);
        int lane = i;
        lanes.add(start(() -> receive(file, socket, lane)));
      }
      end(lanes);
    }
    return null;
  }

  private static SocketChannel dial(int port) throws IOException, InterruptedException {
    while (true) {
      try {
        return SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      } catch (ConnectException _) {
        Thread.sleep(5);
      }
    }
  }

  private static Void receive(FileChannel file, SocketChannel socket, int lane)
      throws IOException, GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    ByteBuffer sealed = ByteBuffer.allocate(PIECE + TAG);
    ByteBuffer plain = ByteBuffer.allocate(PIECE + TAG);
    long number = 0;
    try (socket) {
      while (fill(socket, head.clear())) {
        long at = head.getLong(0);
        if (!fill(socket, sealed.clear().limit(head.getInt(Long.BYTES) + TAG))) {
          throw new EOFException();
        }
        cipher.init(Cipher.DECRYPT_MODE, KEY, nonce(lane, number++));
        cipher.doFinal(sealed.flip(), plain.clear());
        plain.flip();
        while (plain.hasRemaining()) {
          file.write(plain, at + plain.position());
        }
      }
    }
    return null;
  }

  /** Whether there was anything. */
  private static boolean fill(SocketChannel socket, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (socket.read(buffer) < 0) {
        if (buffer.position() == 0) {
          return false;
        }
        throw new EOFException();
      }
    }
    return true;
  }
}
