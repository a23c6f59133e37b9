package io.localstream.adapters.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives every argument its name: a value without one belongs to the first positional argument that
 * has none yet, so that positions and names can be mixed. Also takes {@code _} for {@code -} in
 * names, and splits {@code -qv}.
 */
final class ArgumentForms {
  private static final Pattern NUMBER = Pattern.compile("-\\d.*");
  private static final Pattern CLUSTER = Pattern.compile("-[A-Za-z]{2,}");

  private final CommandSpec spec;
  private final List<String> positional;
  private final Set<OptionSpec> given = new HashSet<>();
  private final List<String> named = new ArrayList<>();

  ArgumentForms(CommandSpec spec) {
    this.spec = spec;
    Positional names = spec.userObject().getClass().getAnnotation(Positional.class);
    this.positional = names == null ? List.of() : List.of(names.value());
  }

  /** All words, each value behind its name. */
  List<String> name(List<String> words) {
    ListIterator<String> rest = words.listIterator();
    boolean literal = false;
    while (rest.hasNext()) {
      String word = rest.next();
      if (literal || !isOption(word)) {
        positional(word);
      } else if (word.equals("--")) {
        literal = true;
      } else {
        option(word, rest);
      }
    }
    return named;
  }

  /** Takes the options in front of the first other word, and leaves that one and the rest. */
  List<String> nameLeading(ListIterator<String> words) {
    while (words.hasNext()) {
      String word = words.next();
      if (!isOption(word)) {
        words.previous();
        break;
      }
      option(word, words);
    }
    return named;
  }

  /** The positional argument that the next bare word would be, after these words. */
  @Nullable OptionSpec nextPositional() {
    return positional.stream()
        .map(spec::findOption)
        .filter(option -> option.isMultiValue() || !given.contains(option))
        .findFirst()
        .orElse(null);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1 && !NUMBER.matcher(word).matches();
  }

  private void positional(String word) {
    OptionSpec option = nextPositional();
    if (option == null) {
      throw Usage.mistake("'" + word + "' is one argument too many", spec);
    }
    given.add(option);
    named.add(option.longestName() + "=" + word);
  }

  private void option(String word, ListIterator<String> rest) {
    if (CLUSTER.matcher(word).matches()) {
      word.substring(1).chars().forEach(letter -> option("-" + (char) letter, rest));
      return;
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    OptionSpec option = find(name);
    boolean takesValue = option.arity().max() > 0;
    if (!given.add(option) && !option.isMultiValue()) {
      if (takesValue) {
        throw Usage.mistake(option.longestName() + " is given twice", spec);
      }
      return;
    }
    if (!takesValue && equals >= 0) {
      throw Usage.mistake(option.longestName() + " takes no value", spec);
    }
    if (takesValue && equals < 0 && takesNext(option, rest)) {
      named.add(option.longestName() + "=" + rest.next());
    } else {
      named.add(option.longestName() + (equals < 0 ? "" : word.substring(equals)));
    }
  }

  /**
   * Whether the value of an option is the next word. One that it can do without is, when all
   * positional arguments are there.
   */
  private boolean takesNext(OptionSpec option, ListIterator<String> rest) {
    if (option.arity().min() > 0 && !rest.hasNext()) {
      throw Usage.mistake(option.longestName() + " needs a value: " + option.paramLabel(), spec);
    }
    if (option.arity().min() > 0) {
      return true;
    }
    if (nextPositional() != null || !rest.hasNext()) {
      return false;
    }
    boolean isValue = !isOption(rest.next());
    rest.previous();
    return isValue;
  }

  private OptionSpec find(String name) {
    OptionSpec option = spec.findOption(name);
    if (option == null && name.startsWith("--")) {
      option = spec.findOption(name.replace('_', '-'));
    }
    if (option == null) {
      List<String> names = spec.options().stream().map(OptionSpec::longestName).toList();
      throw Usage.mistake(
          "there is no option " + name + Suggestion.of(name.replace('_', '-'), names), spec);
    }
    return option;
  }
}
