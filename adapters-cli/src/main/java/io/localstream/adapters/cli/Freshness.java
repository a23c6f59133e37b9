package io.localstream.adapters.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Knows what a typed line can be an answer to. A {@code yes} that was being typed, or was pasted,
 * before a question appeared was meant for something else. Safe for several threads.
 */
final class Freshness {
  private static final int LATEST = 256;
  private static final String WAS_TYPED_AHEAD = "\n";

  private final boolean live;
  private final Map<Object, String> typedWhenShown = new LinkedHashMap<>();
  private Supplier<Optional<String>> typing = Optional::empty;
  private boolean shownUnseen;
  private boolean linesWait;
  private String line = "";

  /**
   * @param live whether a person types; lines of a script answer whatever there is
   */
  Freshness(boolean live) {
    this.live = live;
  }

  boolean isLive() {
    return live;
  }

  /**
   * @param typed what stands on the line that is being typed; empty when none is
   */
  synchronized void lookAt(Supplier<Optional<String>> typed) {
    typing = typed;
  }

  /** A question or an offer appears now. */
  synchronized void shown(Object what) {
    Optional<String> typed = typing.get();
    shownUnseen |= typed.isEmpty();
    typedWhenShown.put(what, linesWait ? WAS_TYPED_AHEAD : typed.orElse("").strip());
    if (typedWhenShown.size() > LATEST) {
      typedWhenShown.remove(typedWhenShown.keySet().iterator().next());
    }
  }

  /** Whether something appeared while no line was being typed; asked once for each line. */
  synchronized boolean takeShownUnseen() {
    boolean unseen = shownUnseen;
    shownUnseen = false;
    return unseen;
  }

  /**
   * A line was entered and is dealt with now.
   *
   * @param more whether more lines were entered together with it
   */
  synchronized void entered(String text, boolean more) {
    line = text.strip();
    linesWait = more;
  }

  /** All entered lines were dealt with: whatever was shown before is answered by later ones. */
  synchronized void dealtWith() {
    typedWhenShown.replaceAll((_, _) -> "");
    line = "";
  }

  /** Whether the entered line was begun after this was shown. */
  synchronized boolean mayAnswer(Object what) {
    String typed = typedWhenShown.get(what);
    return !live || (typed != null && isFresh(typed));
  }

  private boolean isFresh(String typed) {
    return typed.isEmpty() || !(typed.equals(WAS_TYPED_AHEAD) || line.startsWith(typed));
  }
}
