package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.network.HostAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Finds the addresses of a host, within a time that the system's resolver does not know of. */
final class NameLookup {
  /** What resolvers would read as an IPv4 address, in forms that hardly anyone means. */
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|0[xX].*");

  private static final Pattern IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private NameLookup() {}

  /**
   * All addresses, in the order in which the system would try them.
   *
   * @throws LocalStreamException {@code NAME_UNKNOWN}, also when nobody told in time; {@code
   *     CANCELLED} when interrupted
   */
  static List<InetAddress> resolve(HostAddress host, Deadline deadline) {
    String name = host.value();
    if (NUMBERS.matcher(name).matches() && !IPV4.matcher(name).matches()) {
      throw new LocalStreamException(
          FailureCode.NAME_UNKNOWN, name + " is no address: write one such as 192.168.1.7");
    }
    if (name.indexOf(':') >= 0 || IPV4.matcher(name).matches()) {
      try {
        return List.of(InetAddress.ofLiteral(name));
      } catch (IllegalArgumentException _) {
        // The resolver says what is wrong with it.
      }
    }
    // The resolver can't be interrupted: it is left to itself when the time is over.
    FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> InetAddress.getAllByName(name));
    Thread.ofPlatform().daemon().name("name lookup").start(lookup);
    try {
      return List.of(lookup.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new LocalStreamException(
          FailureCode.NAME_UNKNOWN,
          "the network did not tell in time where " + host + " is: try its address",
          e);
    } catch (ExecutionException e) {
      throw translate(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStreamException(
          FailureCode.CANCELLED, "the search for " + host + " was cancelled", e);
    }
  }

  private static LocalStreamException translate(HostAddress host, ExecutionException failure) {
    if (failure.getCause() instanceof UnknownHostException e) {
      return new LocalStreamException(
          FailureCode.NAME_UNKNOWN,
          "nobody in this network is called " + host + ": check the name, or use the address",
          e);
    }
    return new LocalStreamException(
        FailureCode.INTERNAL, "the search for " + host + " failed", failure.getCause());
  }
}
