package io.localstream.adapters.cli;

import io.localstream.adapters.cli.text.CodeText;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed at the prompt, but for lines in which a code may stand. */
final class DiscreetHistory extends DefaultHistory {
  private static final Pattern TAKES_A_CODE =
      Pattern.compile("^\\W*pair\\W.*\\p{L}.*|.*--code\\W.*", Pattern.CASE_INSENSITIVE);

  @Override
  public void add(Instant time, String line) {
    if (!CodeText.mayHoldOne(line) && !TAKES_A_CODE.matcher(line.strip()).matches()) {
      super.add(time, line);
    }
  }
}
