package io.localstream.adapters.cli;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Mistakes in what was typed, each in one line. */
final class Usage {
  private Usage() {}

  /** A mistake in the arguments of a command. */
  static LocalStreamException mistake(String what, CommandSpec spec) {
    return mistake(what, ("help " + path(spec)).strip());
  }

  /** The names of a command and of the group that it is in; empty for the program. */
  static String path(CommandSpec spec) {
    CommandSpec parent = spec.parent();
    return parent == null ? "" : (path(parent) + " " + spec.name()).strip();
  }

  /** A group of commands was named, and none of them. */
  static LocalStreamException noAction(CommandSpec spec) {
    String path = path(spec);
    String actions =
        spec.subcommands().keySet().stream()
            .map(action -> path + " " + action)
            .collect(Collectors.joining(", "));
    return mistake("say what to do: " + actions, spec);
  }

  /**
   * @param see what to type to learn more
   */
  static LocalStreamException mistake(String what, String see) {
    return new LocalStreamException(FailureCode.INVALID_ARGUMENT, what + " (see '" + see + "')");
  }

  /** Says the same as picocli, shorter. */
  static LocalStreamException translate(ParameterException mistake) {
    CommandSpec spec = mistake.getCommandLine().getCommandSpec();
    String what =
        switch (mistake) {
          case MissingParameterException missing -> missing(missing);
          default -> conversion(mistake);
        };
    return new LocalStreamException(
        FailureCode.INVALID_ARGUMENT, mistake(what, spec).getMessage(), mistake);
  }

  private static String missing(MissingParameterException mistake) {
    List<String> labels = mistake.getMissing().stream().map(ArgSpec::paramLabel).toList();
    return String.join(" and ", labels) + (labels.size() == 1 ? " is missing" : " are missing");
  }

  private static String conversion(ParameterException mistake) {
    ArgSpec argument = mistake.getArgSpec();
    if (argument != null && mistake.getCause() instanceof TypeConversionException reason) {
      return argument.paramLabel() + " '" + mistake.getValue() + "': " + reason.getMessage();
    }
    return String.valueOf(mistake.getMessage());
  }
}
