package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.time.DateTimeException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One value in one file: JSON (RFC 8259) in an envelope that tells its format and version. What
 * can't be read is copied aside and never overwritten.
 */
final class JsonEnvelope<T> {
  private static final int VERSION = 1;

  /** An empty object takes two bytes in a file and fifty in memory. */
  private static final int MAX_TOKENS = 1_000_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final JsonForm<T> form;

  JsonEnvelope(JsonForm<T> form) {
    this.form = form;
  }

  /** Reads without a lock; empty where there is no such file. */
  Optional<T> read(StoredFile file) {
    Optional<byte[]> content = file.read(form.maxBytes());
    try {
      return content.map(bytes -> parse(file, bytes));
    } catch (MalformedDocumentException e) {
      if (file.isReadOnly()) {
        throw damaged(file, e, "");
      }
      // Once more under the lock, so that of many readers one keeps the damaged copy.
      return file.exclusively(() -> readOrKeepAside(file));
    }
  }

  /** Reads under the file's lock, which the caller holds; empty where there is no such file. */
  Optional<T> readOrKeepAside(StoredFile file) {
    Optional<byte[]> content = file.read(form.maxBytes());
    try {
      return content.map(bytes -> parse(file, bytes));
    } catch (MalformedDocumentException e) {
      String copy = DamagedCopy.keep(file.path(), content.orElseThrow());
      throw damaged(file, e, copy);
    }
  }

  private static LocalStreamException damaged(
      StoredFile file, MalformedDocumentException e, String copy) {
    return new LocalStreamException(
        FailureCode.STORE_DAMAGED,
        OwnerOnlyFolder.show(file.path())
            + " is damaged ("
            + e.getMessage()
            + copy
            + "); mend it, or move it away to start anew",
        e);
  }

  /** Replaces the file's content under its lock, which the caller holds. */
  void write(StoredFile file, T value) {
    byte[] content = format(value);
    if (content.length > form.maxBytes()) {
      throw new LocalStreamException(
          FailureCode.STORE_UNAVAILABLE,
          OwnerOnlyFolder.show(file.path())
              + " can't hold more than "
              + form.maxBytes()
              + " bytes; remove something from it");
    }
    file.replace(content);
  }

  /** The content of a file that holds the value. */
  byte[] format(T value) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("format", "localstream/" + form.name());
    document.put("version", VERSION);
    form.write(value, document);
    return MAPPER.writer().with(LAYOUT).writeValueAsBytes(document);
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @param file whose content it is
   * @throws MalformedDocumentException when it is something else
   */
  T parse(StoredFile file, byte[] content) {
    try {
      JsonFields fields = new JsonFields(MAPPER.readTree(content), form.name());
      if (!fields.text("format").equals("localstream/" + form.name())) {
        throw new MalformedDocumentException("it has another format", null);
      }
      requireKnownVersion(file, fields.number("version"));
      return form.read(fields);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new MalformedDocumentException("not JSON at line " + line, e);
    } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
      throw new MalformedDocumentException("it holds a value that can't be", e);
    }
  }

  private static void requireKnownVersion(StoredFile file, int version) {
    if (version < VERSION) {
      throw new MalformedDocumentException("it has no valid version", null);
    }
    if (version > VERSION) {
      throw new LocalStreamException(
          FailureCode.STORE_DAMAGED,
          OwnerOnlyFolder.show(file.path())
              + " was written by a newer LocalStream; update this one, or move the file away");
    }
  }
}
