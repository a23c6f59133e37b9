package io.localstream.adapters.socket;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.device.DeviceName;
import io.localstream.domain.discovery.Announcement;
import io.localstream.domain.network.Endpoint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text record of an announcement: {@code key=value} strings (RFC 6763, section 6). What others
 * wrote into theirs is hostile.
 */
final class AnnouncementText {
  private static final String VERSION = "1";
  private static final int MAX_STRING_BYTES = 255;
  private static final int ID_CHARS = 8;
  private static final Pattern CODE = Pattern.compile("[1-9][0-9]?");

  private final String account;

  /**
   * @param account the name of this system's user, which is not told to everybody; empty where
   *     there is none
   */
  AnnouncementText(String account) {
    this.account = account.toLowerCase(Locale.ROOT);
  }

  byte[] write(Announcement what) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "v=" + VERSION);
    put(out, "id=" + what.id());
    if (mayBeTold(what.name())) {
      put(out, "name=" + what.name().value());
    }
    what.code().ifPresent(number -> put(out, "code=" + number));
    return out.toByteArray();
  }

  private boolean mayBeTold(DeviceName name) {
    return account.isBlank() || !name.value().toLowerCase(Locale.ROOT).contains(account);
  }

  private static void put(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // Only a name of 64 characters from beyond the usual planes is too long; it can be left out.
    if (bytes.length <= MAX_STRING_BYTES) {
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
  }

  /** What somebody says of the device at that endpoint; empty where it makes no sense. */
  static Optional<Announcement> read(byte[] text, Endpoint endpoint) {
    Map<String, String> values = values(ByteBuffer.wrap(text));
    if (!VERSION.equals(values.get("v"))) {
      return Optional.empty();
    }
    try {
      DeviceId id = DeviceId.parse(values.getOrDefault("id", ""));
      return Optional.of(
          new Announcement(id, name(values.get("name"), id), endpoint, code(values.get("code"))));
    } catch (IllegalArgumentException e) {
      // Somebody made it up, or it is of a later version.
      return Optional.empty();
    }
  }

  private static Map<String, String> values(ByteBuffer text) {
    Map<String, String> values = new HashMap<>();
    while (text.hasRemaining()) {
      byte[] bytes = new byte[Math.min(Byte.toUnsignedInt(text.get()), text.remaining())];
      text.get(bytes);
      String string = new String(bytes, StandardCharsets.UTF_8);
      int equals = string.indexOf('=');
      if (equals > 0) {
        // The first one counts (RFC 6763, section 6.4).
        values.putIfAbsent(
            string.substring(0, equals).toLowerCase(Locale.ROOT), string.substring(equals + 1));
      }
    }
    return values;
  }

  private static DeviceName name(@Nullable String told, DeviceId id) {
    if (told != null) {
      try {
        return new DeviceName(told);
      } catch (IllegalArgumentException e) {
        return nameless(id);
      }
    }
    return nameless(id);
  }

  private static DeviceName nameless(DeviceId id) {
    return new DeviceName("device " + id.toString().substring(0, ID_CHARS));
  }

  private static Optional<Integer> code(@Nullable String told) {
    if (told == null) {
      return Optional.empty();
    }
    if (!CODE.matcher(told).matches()) {
      throw new IllegalArgumentException("a code's number is from 1 to 99");
    }
    return Optional.of(Integer.parseInt(told));
  }
}
