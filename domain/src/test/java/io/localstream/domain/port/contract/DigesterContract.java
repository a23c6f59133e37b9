package io.localstream.domain.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.Digester;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.transfer.ContentDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link Digester} promises. */
public abstract class DigesterContract {
  /** The digester under test. */
  protected abstract Digester digester();

  @Test
  void isTheSameHoweverTheContentIsCut() {
    RunningDigest running = digester().begin();
    ByteBuffer direct = ByteBuffer.allocateDirect(2).put(bytes("lo")).flip();
    running.add(ByteBuffer.wrap(bytes("xxhelxx"), 2, 3));
    running.add(ByteBuffer.allocate(0));
    running.add(direct);

    assertThat(running.finish()).isEqualTo(digest("hello"));
    assertThat(direct.hasRemaining()).isFalse();
  }

  @Test
  void takesATextAsUtf8() {
    RunningDigest running = digester().begin();
    running.add("h\u00e9l");
    running.add("lo");

    assertThat(running.finish()).isEqualTo(digest("h\u00e9llo"));
  }

  @Test
  void beginsAnewAfterTheEnd() {
    RunningDigest running = digester().begin();
    running.add(ByteBuffer.wrap(bytes("one")));
    running.finish();
    running.add(ByteBuffer.wrap(bytes("two")));

    assertThat(running.finish()).isEqualTo(digest("two"));
  }

  @Test
  void tellsContentsApart() {
    assertThat(digest("hello")).isNotEqualTo(digest("hellp"));
    assertThat(digest("")).isNotEqualTo(digest("\0"));
    assertThat(digest("ab")).isNotEqualTo(digest("ba"));
  }

  /** The digest of a text in UTF-8. */
  protected final ContentDigest digest(String text) {
    RunningDigest running = digester().begin();
    running.add(ByteBuffer.wrap(bytes(text)));
    return running.finish();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
