package io.localstream.adapters.cli;

import io.localstream.domain.network.Endpoint;
import java.util.regex.Pattern;

/** Whom a one-shot command dials. */
sealed interface Target {
  Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[.*]");

  /** Whoever listens there. */
  record At(Endpoint endpoint) implements Target {}

  /** A known device, wherever it is. */
  record Known(String name) implements Target {}

  /** With a colon it is an address. */
  static Target parse(String typed) {
    if (typed.indexOf(':') >= 0 || ADDRESS.matcher(typed).matches()) {
      return new At(Endpoint.parse(typed));
    }
    if (typed.isBlank()) {
      throw new IllegalArgumentException("write HOST:PORT, or the name of a known device");
    }
    return new Known(typed);
  }
}
