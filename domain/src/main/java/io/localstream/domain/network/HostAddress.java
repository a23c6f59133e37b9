package io.localstream.domain.network;

import java.util.regex.Pattern;

/**
 * A host name or a numeric IPv4 or IPv6 address (without brackets, with an optional {@code %zone}),
 * 1 to 253 characters. It is not resolved here.
 */
public record HostAddress(String value) {
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._:%-]{1,253}");

  public HostAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a host is a name such as laptop.local or an address such as 192.168.1.7 or fe80::1%2");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
