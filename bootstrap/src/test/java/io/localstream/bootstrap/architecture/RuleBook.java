package io.localstream.bootstrap.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every rule there is, found by the name of its class, so that none can be forgotten in a list. */
final class RuleBook {
  private static final SortedMap<String, HouseRule> RULES = read();

  private RuleBook() {}

  /** The rules by their constants' names. */
  static Map<String, HouseRule> all() {
    return RULES;
  }

  private static SortedMap<String, HouseRule> read() {
    SortedMap<String, HouseRule> rules = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of(RuleBook.class.getResource(".").toURI()))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Rules.class"))
          .forEach(name -> add(rules, name.substring(0, name.length() - ".class".length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return rules;
  }

  private static void add(Map<String, HouseRule> rules, String className) {
    try {
      for (Field field :
          Class.forName(RuleBook.class.getPackageName() + "." + className).getDeclaredFields()) {
        if (field.getType() == HouseRule.class
            && rules.put(field.getName(), (HouseRule) field.get(null)) != null) {
          throw new IllegalStateException("two rules are named " + field.getName());
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a rule is a static field that is not private", e);
    }
  }
}
