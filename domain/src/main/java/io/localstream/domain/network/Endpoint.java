package io.localstream.domain.network;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A host and a TCP port.
 *
 * @param port 0 to 65,535; 0 only where a free port is to be chosen
 */
public record Endpoint(HostAddress host, int port) {
  public static final int MAX_PORT = 65_535;
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

  public Endpoint {
    Objects.requireNonNull(host);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is a number from 1 to " + MAX_PORT);
    }
  }

  public static Endpoint of(String host, int port) {
    return new Endpoint(new HostAddress(host), port);
  }

  /** Parses {@code host:port} or {@code [ipv6]:port}. */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("write HOST:PORT, for example 192.168.1.7:8080");
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw new IllegalArgumentException("write an IPv6 address in brackets, as in [::1]:8080");
    }
    return of(host, parsePort(text.substring(colon + 1)));
  }

  /** Parses a port that a person typed: 1 to 65,535. */
  public static int parsePort(String text) {
    // The pattern also keeps out signs and the digits of other scripts, which parseInt takes.
    int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is a number from 1 to " + MAX_PORT);
    }
    return port;
  }

  /** {@code host:port}, an IPv6 address in brackets (RFC 3986, section 3.2.2). */
  @Override
  public String toString() {
    return host.value().indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
