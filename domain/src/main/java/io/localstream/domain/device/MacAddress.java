package io.localstream.domain.device;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A hardware address of 6 octets (IEEE 802 EUI-48), as {@code aa:bb:cc:dd:ee:ff}. A hint for
 * people; anyone can claim any, so it never authenticates.
 */
public record MacAddress(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  public MacAddress {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a MAC address looks like aa:bb:cc:dd:ee:ff");
    }
  }

  /** Wraps 6 octets. */
  public static MacAddress of(byte[] octets) {
    return new MacAddress(HexFormat.ofDelimiter(":").formatHex(octets).toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
