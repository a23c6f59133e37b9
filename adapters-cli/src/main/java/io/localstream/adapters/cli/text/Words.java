package io.localstream.adapters.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into words. Single and double quotes keep spaces; outside of single quotes a back
 * slash protects a following space or quote, and stands for itself before anything else (so that
 * paths of Windows stay as they are); a word that begins with {@code #} begins a comment.
 */
public final class Words {
  private static final char NONE = 0;

  private final List<String> words = new ArrayList<>();
  private @Nullable StringBuilder word;
  private char quote = NONE;

  private Words() {}

  /**
   * The words of a line.
   *
   * @throws IllegalArgumentException when a quote is not closed
   */
  public static List<String> split(String line) {
    Words words = new Words();
    words.read(line);
    return words.words;
  }

  private void read(String line) {
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (isEscape(line, i)) {
        append(line.charAt(++i));
      } else if (quote != NONE) {
        quoted(next);
      } else if (next == '"' || next == '\'') {
        quote = next;
        begin();
      } else if (Character.isWhitespace(next)) {
        end();
      } else if (next == '#' && word == null) {
        return;
      } else {
        append(next);
      }
    }
    if (quote != NONE) {
      throw new IllegalArgumentException("a quote (" + quote + ") is not closed");
    }
    end();
  }

  private boolean isEscape(String line, int i) {
    if (line.charAt(i) != '\\' || quote == '\'' || i + 1 == line.length()) {
      return false;
    }
    char next = line.charAt(i + 1);
    return next == '"' || (quote == NONE && (next == ' ' || next == '\''));
  }

  private void quoted(char next) {
    if (next == quote) {
      quote = NONE;
    } else {
      append(next);
    }
  }

  private StringBuilder begin() {
    StringBuilder current = word == null ? new StringBuilder() : word;
    word = current;
    return current;
  }

  private void append(char next) {
    begin().append(next);
  }

  private void end() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }
}
