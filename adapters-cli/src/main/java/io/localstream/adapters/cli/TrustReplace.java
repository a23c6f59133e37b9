package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.FingerprintText;
import io.localstream.domain.device.Fingerprint;
import io.localstream.domain.failure.ExitCode;
import io.localstream.domain.trust.PinnedDevice;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "replace",
    description = "Accept another key of a device, once it shows it.",
    customSynopsis = "trust replace NAME FINGERPRINT",
    footer = {"", "Example: trust replace anna 7826 4d82 d009 ... (all 64 digits)"})
@Positional({"--device", "--fingerprint"})
final class TrustReplace implements CliCommand {
  private static final int DIGITS = 64;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--device",
      required = true,
      paramLabel = "NAME",
      description = "name, identifier or the beginning of the identifier of a known device")
  private String device = "";

  @Option(
      names = "--fingerprint",
      required = true,
      paramLabel = "FINGERPRINT",
      description = "the 64 digits that the other device shows, in any groups")
  private List<String> digits = List.of();

  TrustReplace(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public ExitCode run() {
    PinnedDevice device = surroundings.device().reviewTrust().replace(this.device, fingerprint());
    surroundings
        .screen()
        .result("the next time that " + device.name().display() + " shows it, this key is taken:");
    FingerprintText.lines("  fingerprint:", fingerprint()).forEach(surroundings.screen()::result);
    return ExitCode.DONE;
  }

  private Fingerprint fingerprint() {
    String hex = String.join("", digits).replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
    if (hex.length() != DIGITS) {
      throw Usage.mistake(
          "a fingerprint has " + DIGITS + " hexadecimal digits, not " + hex.length(), spec);
    }
    try {
      return new Fingerprint(hex);
    } catch (IllegalArgumentException _) {
      throw Usage.mistake("a fingerprint has the digits 0 to 9 and a to f only", spec);
    }
  }
}
