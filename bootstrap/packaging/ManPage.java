import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Map<String, String> EXIT_CODES =
      inOrder(
          "0", "done",
          "1", "internal error, or the program could not start",
          "2", "wrong usage",
          "3", "network: not reachable, timed out, connection lost, the other device failed",
          "4", "refused or not trusted, wrong or burnt code, limit reached, content damaged",
          "5",
              "file or folder, here or on the other device: missing, exists, no permission, no"
                  + " space",
          "6", "complete but for some files, which are named",
          "129", "told to end (SIGHUP)",
          "130", "interrupted or cancelled",
          "143", "told to end (SIGTERM)");
  private static final Map<String, String> VARIABLES =
      inOrder(
          "LOCALSTREAM_HOME", "as --home",
          "LOCALSTREAM_CODE", "a pairing code, for receive",
          "LOCALSTREAM_JAVA", "another java program (25 or newer) than the one in the package",
          "LOCALSTREAM_JAVA_OPTS", "more options for the JVM, for example -Xmx256m");

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
    synopsis(usage);
    section("DESCRIPTION");
    line(escaped(description));
    footer(usage);
    commands(spec.parent() == null ? "COMMANDS" : "ACTIONS");
    options();
    outcomes();
    seeAlso();
    return page.toString();
  }

  private void synopsis(UsageMessageSpec usage) {
    page.append(".nf\n");
    for (String synopsis : usage.customSynopsis()) {
      line(escaped(synopsisLine(synopsis.strip())));
    }
    page.append(".fi\n");
  }

  /** Options at its begin go on with the line before. */
  private static String synopsisLine(String bare) {
    if (bare.startsWith("[")) {
      return "        " + bare;
    }
    return bare.startsWith("localstream") ? bare : "localstream " + bare;
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
          synopsis(usage);
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

  /** What whoever writes a script looks for; of all commands alike, and so on one page. */
  private void outcomes() {
    if (spec.parent() != null) {
      section("EXIT STATUS AND ENVIRONMENT");
      line("As of all commands, see \\fBlocalstream\\fR(1).");
      return;
    }
    section("EXIT STATUS");
    EXIT_CODES.forEach((code, meaning) -> entry(code, meaning));
    section("ENVIRONMENT");
    VARIABLES.forEach((variable, meaning) -> entry(variable, meaning));
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put(pairs[i], pairs[i + 1]);
    }
    return ordered;
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
