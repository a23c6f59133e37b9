package io.localstream.adapters.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a command is typed. */
enum Place {
  /** At the prompt, or in lines on standard input. */
  SHELL,
  /** Behind the program's name. */
  ONE_SHOT;

  /** A command that makes sense in one place only. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Only {
    Place value();

    /** What to do in the other place, after "start" or "type". */
    String instead();
  }
}
