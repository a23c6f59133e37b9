package io.localstream.adapters.socket;

import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The text form of addresses: dotted for IPv4, RFC 5952 (section 4) for IPv6. */
final class AddressText {
  private static final int GROUPS = 8;

  private AddressText() {}

  static Endpoint endpoint(InetSocketAddress address) {
    return new Endpoint(host(address.getAddress()), address.getPort());
  }

  /** Numeric; a zone (RFC 4007, section 11) only where the address means nothing without it. */
  static HostAddress host(InetAddress address) {
    if (!(address instanceof Inet6Address v6)) {
      return new HostAddress(address.getHostAddress());
    }
    return new HostAddress(compressed(v6.getAddress()) + zone(v6));
  }

  private static String zone(Inet6Address address) {
    String text = address.getHostAddress();
    int percent = text.indexOf('%');
    return address.isLinkLocalAddress() && percent >= 0
        ? zone(text.substring(percent), address.getScopeId())
        : "";
  }

  /**
   * The name of the interface, or its number where the system allows what a host may not have in
   * its name.
   */
  static String zone(String name, int number) {
    return name.matches(HostAddress.CHARACTERS) ? name : "%" + number;
  }

  private static String compressed(byte[] octets) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = ((octets[2 * i] & 0xFF) << 8) | (octets[2 * i + 1] & 0xFF);
    }
    int start = longestRunOfZeros(groups);
    int end = start + zerosFrom(groups, start);
    if (end - start < 2) {
      return joined(groups, 0, GROUPS);
    }
    return joined(groups, 0, start) + "::" + joined(groups, end, GROUPS);
  }

  private static int longestRunOfZeros(int[] groups) {
    int best = 0;
    for (int i = 1; i < GROUPS; i++) {
      if (zerosFrom(groups, i) > zerosFrom(groups, best)) {
        best = i;
      }
    }
    return best;
  }

  private static int zerosFrom(int[] groups, int start) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String joined(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
