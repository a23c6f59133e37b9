package io.localstream.domain.network;

import java.util.regex.Pattern;

/**
 * A host name or a numeric IPv4 or IPv6 address (without brackets, with an optional {@code %zone}),
 * 1 to 253 characters. It is not resolved here.
 */
public record HostAddress(String value) {
  /** Of these it may consist, zone included. */
  public static final String CHARACTERS = "[\\p{L}\\p{N}._:%-]+";

  private static final int MAX_CHARACTERS = 253;
  private static final Pattern FORM = Pattern.compile(CHARACTERS);

  public HostAddress {
    if (value.length() > MAX_CHARACTERS || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a host is a name such as laptop.local or an address such as 192.168.1.7 or fe80::1%2");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
