import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The manual page of a command in the language of man(7), with what {@code help} tells of it.
 * AsciiDoc and a Ruby on the JVM would make the same of it, in ten seconds more.
 */
final class ManPage {
  private final CommandSpec spec;
  private final StringBuilder page = new StringBuilder();

  ManPage(CommandSpec spec) {
    this.spec = spec;
  }

  /** For example {@code localstream-send}. */
  static String name(CommandSpec spec) {
    return spec.qualifiedName("-").replace('_', '-');
  }

  String text() {
    UsageMessageSpec usage = spec.usageMessage();
    String description = String.join(" ", usage.description());
    macro("TH", name(spec).toUpperCase(Locale.ROOT), "1", "", "LocalStream");
    section("NAME");
    line(name(spec) + " \\- " + escaped(description));
    section("SYNOPSIS");
    page.append(".nf\n");
    for (String synopsis : usage.customSynopsis()) {
      String bare = synopsis.strip();
      line(escaped(bare.startsWith("localstream") ? bare : "localstream " + bare));
    }
    page.append(".fi\n");
    section("DESCRIPTION");
    line(escaped(description));
    footer(usage);
    commands(spec.parent() == null ? "COMMANDS" : "ACTIONS");
    options();
    seeAlso();
    return page.toString();
  }

  private void footer(UsageMessageSpec usage) {
    String[] footer = usage.footer();
    page.append(footer.length == 0 ? "" : ".PP\n.nf\n");
    for (String said : footer) {
      line(escaped(said));
    }
    page.append(footer.length == 0 ? "" : ".fi\n");
  }

  private void commands(String title) {
    if (spec.subcommands().isEmpty()) {
      return;
    }
    section(title);
    for (CommandLine command : spec.subcommands().values()) {
      UsageMessageSpec usage = command.getCommandSpec().usageMessage();
      if (!usage.hidden()) {
        entry(command.getCommandName(), String.join(" ", usage.description()));
        if (spec.parent() != null) {
          page.append(".RS\n");
          own(command.getCommandSpec()).forEach(this::option);
          page.append(".RE\n");
        }
      }
    }
  }

  private void options() {
    List<OptionSpec> own = own(spec);
    if (!own.isEmpty()) {
      section("OPTIONS");
      own.forEach(this::option);
    }
  }

  /** Those that every command takes stand on the program's page only. */
  private static List<OptionSpec> own(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden() && (spec.parent() == null || !option.inherited()))
        .toList();
  }

  private void option(OptionSpec option) {
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    entry(String.join(", ", option.names()) + value, String.join(" ", option.description()));
  }

  private void seeAlso() {
    List<String> others = new ArrayList<>();
    if (spec.parent() != null) {
      others.add("localstream");
    } else {
      spec.subcommands().values().stream()
          .map(CommandLine::getCommandSpec)
          .filter(command -> !command.usageMessage().hidden())
          .forEach(command -> others.add(name(command)));
    }
    section("SEE ALSO");
    line(
        others.stream()
            .map(other -> "\\fB" + escaped(other) + "\\fR(1)")
            .collect(Collectors.joining(", ")));
  }

  private void entry(String term, String description) {
    page.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
    line(escaped(description));
  }

  private void section(String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escaped(argument)).append('"');
    }
    page.append('\n');
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** A dot or an apostrophe at a line's begin would be a request. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
