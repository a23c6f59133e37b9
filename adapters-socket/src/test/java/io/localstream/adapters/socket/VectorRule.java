package io.localstream.adapters.socket;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.contract.VectorFile;
import java.util.Locale;

/** Why something that comes from outside is refused, by the words of the vectors' README. */
enum VectorRule {
  LENGTH,
  UTF_8,
  JSON,
  OBJECT,
  DUPLICATE,
  LIMIT,
  FIELD,
  TYPE,
  IDENTIFIER,
  BASE64,
  TIME,
  RANGE,
  ORDER,
  PATH,
  TARGET,
  APART,
  SUM,
  GREETING,
  HEADER,
  CUT_OFF,
  AGREED,
  ONCE;

  /** The rule that a vector is about; one that is not known fails. */
  static VectorRule of(VectorFile file) {
    return valueOf(file.text("rule").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What comes of it. */
  FailureCode failure() {
    return this == CUT_OFF ? FailureCode.LINK_BROKEN : FailureCode.PROTOCOL_VIOLATION;
  }
}
