package io.localstream.adapters.crypto;

import io.localstream.domain.port.Digester;
import io.localstream.domain.port.RunningDigest;
import io.localstream.domain.transfer.ContentDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of the Java platform, which uses the processor's instructions for it. */
public final class Sha256Digester implements Digester {
  @Override
  public RunningDigest begin() {
    MessageDigest digest = sha256();
    return new RunningDigest() {
      @Override
      public void add(ByteBuffer content) {
        digest.update(content);
      }

      @Override
      public void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public ContentDigest finish() {
        return new ContentDigest(digest.digest());
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
