package io.localstream.domain.transfer;

import io.localstream.domain.transfer.Wildcards.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Reads {@code *}, {@code **}, {@code ?}, {@code []} and {@code \}, as gitignore(5) and git's
 * wildmatch do. What is not complete fits nothing.
 */
final class WildcardParser {
  private static final Part NOTHING = new Part.One(_ -> false);
  private static final int END = -1;
  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
          Map.entry("alpha", WildcardParser::isLetter),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7f),
          Map.entry("digit", WildcardParser::isDigit),
          Map.entry("graph", WildcardParser::isVisible),
          Map.entry("lower", c -> c >= 'a' && c <= 'z'),
          Map.entry("print", c -> c == ' ' || isVisible(c)),
          Map.entry("punct", c -> isVisible(c) && !isLetter(c) && !isDigit(c)),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
          Map.entry("xdigit", c -> isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')));

  private final int[] pattern;
  private final List<Part> parts = new ArrayList<>();
  private int at;

  WildcardParser(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  private static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isVisible(int c) {
    return c > ' ' && c < 0x7f;
  }

  Wildcards parse() {
    while (at < pattern.length) {
      Part part =
          switch (pattern[at]) {
            case '*' -> stars();
            case '?' -> {
              at++;
              yield new Part.One(c -> c != '/');
            }
            case '[' -> brackets();
            default -> literal();
          };
      // Folders after folders say nothing new, and each would be followed for each character.
      if (!(part instanceof Part.Folders) || parts.isEmpty() || !part.equals(parts.getLast())) {
        parts.add(part);
      }
    }
    return new Wildcards(parts);
  }

  private int peek(int ahead) {
    return at + ahead < pattern.length ? pattern[at + ahead] : END;
  }

  private Part stars() {
    boolean first = at == 0 || pattern[at - 1] == '/';
    int start = at;
    while (peek(0) == '*') {
      at++;
    }
    if (!first || at - start == 1 || (peek(0) != END && peek(0) != '/')) {
      return new Part.Several();
    }
    return peek(0) == END ? new Part.Everything() : folders();
  }

  private Part folders() {
    at++;
    return new Part.Folders();
  }

  private Part literal() {
    if (pattern[at] == '\\') {
      at++;
    }
    int wanted = peek(0);
    at++;
    return wanted == END ? NOTHING : new Part.One(c -> c == wanted);
  }

  private Part brackets() {
    at++;
    boolean negated = peek(0) == '!' || peek(0) == '^';
    if (negated) {
      at++;
    }
    // Not one made of two each time: a pattern of thousands would be as deep.
    List<IntPredicate> set = new ArrayList<>();
    int start = at;
    while (peek(0) != ']' || at == start) {
      IntPredicate more = peek(0) == '[' && peek(1) == ':' ? named() : range();
      if (at > pattern.length) {
        return NOTHING;
      }
      set.add(more);
    }
    at++;
    return new Part.One(c -> c != '/' && set.stream().anyMatch(each -> each.test(c)) != negated);
  }

  /** A class such as {@code [:alpha:]}, or else only its first bracket. */
  private IntPredicate named() {
    int end = at + 2;
    while (end < pattern.length && pattern[end] != ']') {
      end++;
    }
    if (end >= pattern.length) {
      return unfinished();
    }
    if (pattern[end - 1] != ':' || end == at + 2) {
      at++;
      return c -> c == '[';
    }
    IntPredicate named = CLASSES.get(new String(pattern, at + 2, end - 1 - at - 2));
    if (named == null) {
      return unfinished();
    }
    at = end + 1;
    return named;
  }

  private IntPredicate range() {
    int from = member();
    if (peek(0) != '-' || peek(1) == END || peek(1) == ']') {
      return c -> c == from;
    }
    at++;
    int to = member();
    return c -> c >= from && c <= to;
  }

  private int member() {
    if (peek(0) == '\\') {
      at++;
    }
    int member = peek(0);
    at++;
    return member;
  }

  private IntPredicate unfinished() {
    at = pattern.length + 1;
    return _ -> false;
  }
}
