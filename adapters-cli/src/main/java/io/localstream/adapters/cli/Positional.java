package io.localstream.adapters.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The options of a command that may be given without their names, in this order. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Positional {
  /** Long names of options, for example {@code --port}. */
  String[] value();
}
