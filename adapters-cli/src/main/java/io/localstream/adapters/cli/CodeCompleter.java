package io.localstream.adapters.cli;

import io.localstream.domain.display.SpokenWords;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the words of a code that is being typed. */
final class CodeCompleter implements Completer {
  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String begun = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
    candidates.addAll(of(begun));
  }

  /** What a code, or a part of it, may become. */
  static List<Candidate> of(String begun) {
    int start = begun.lastIndexOf('-') + 1;
    String before = begun.substring(0, start);
    String word = begun.substring(start);
    if (word.isEmpty() || !Character.isLetter(word.charAt(0))) {
      return List.of();
    }
    return SpokenWords.beginningWith(word).stream()
        .map(full -> new Candidate(before + full, full, null, null, null, null, false))
        .toList();
  }
}
