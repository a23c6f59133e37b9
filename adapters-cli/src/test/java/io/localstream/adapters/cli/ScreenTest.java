package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Screen screen(boolean terminal) {
    return new Screen(TestStreams.plain(out, err, terminal));
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void keepsResultsApartFromEverythingElse() {
    Screen screen = screen(false);
    screen.result("result");
    screen.notice("notice");
    screen.error("failure");

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("result\n");
    assertThat(err()).isEqualTo("notice\nlocalstream: failure\n");
  }

  @Test
  void isQuietButForErrorsAndWhatIsImportant() {
    Screen screen = screen(true);
    screen.quiet(true);
    screen.notice("notice");
    screen.progress(List.of("bar"));
    screen.important("important");
    screen.error("failure");

    assertThat(err()).isEqualTo("important\nlocalstream: failure\n");
  }

  @Test
  void drawsNoProgressWithoutATerminal() {
    screen(false).progress(List.of("bar"));

    assertThat(err()).isEmpty();
  }

  @Test
  void takesProgressAwayAroundALine() {
    Screen screen = screen(true);
    screen.progress(List.of("one", "two"));
    screen.notice("notice");

    String erased = "\r\u001b[2K\u001b[1A\r\u001b[2K";
    assertThat(err()).isEqualTo("one\ntwo" + erased + "notice\none\ntwo");
  }

  @Test
  void printsAboveTheLineThatIsTypedAndHidesProgress() {
    Screen screen = screen(true);
    List<String> above = new ArrayList<>();
    screen.beginReading(above::add);
    screen.notice("notice");
    screen.result("result");
    screen.progress(List.of("bar"));
    screen.endReading();

    assertThat(above).containsExactly("notice", "result");
    assertThat(err()).isEmpty();
  }
}
