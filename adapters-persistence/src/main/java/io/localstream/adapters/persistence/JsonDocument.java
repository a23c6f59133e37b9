package io.localstream.adapters.persistence;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of the home: JSON (RFC 8259) in an envelope that tells its format and version. A
 * reader takes no lock; a change reads, changes and writes under one. What can't be read is copied
 * aside and never overwritten. Safe for several threads and processes.
 */
final class JsonDocument<T> {
  private static final int MAX_BYTES = 64 << 20;
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final DefaultPrettyPrinter LAYOUT =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private final LocalStreamHome home;
  private final JsonForm<T> form;

  JsonDocument(LocalStreamHome home, JsonForm<T> form) {
    this.home = home;
    this.form = form;
  }

  T read() {
    return Uninterrupted.call(() -> {
      StoredFile file = file();
      Optional<byte[]> content = file.read(MAX_BYTES);
      try {
        return content.isEmpty() ? form.empty() : parse(file, content.get());
      } catch (MalformedDocumentException _) {
        // Once more under the lock, so that of many readers one keeps the damaged copy.
        return file.exclusively(() -> readOrKeepAside(file));
      }
    });
  }

  /** Replaces what is kept by what {@code change} makes of it. */
  T change(UnaryOperator<T> change) {
    return Uninterrupted.call(() -> {
      StoredFile file = file();
      return file.exclusively(() -> {
        T before = readOrKeepAside(file);
        T after = change.apply(before);
        if (!after.equals(before)) {
          file.replace(format(after));
        }
        return after;
      });
    });
  }

  private StoredFile file() {
    return home.file(form.name() + ".json");
  }

  private T readOrKeepAside(StoredFile file) {
    Optional<byte[]> content = file.read(MAX_BYTES);
    if (content.isEmpty()) {
      return form.empty();
    }
    try {
      return parse(file, content.get());
    } catch (MalformedDocumentException e) {
      String copy = DamagedCopy.keep(file.path(), content.get());
      throw new LocalStreamException(
          FailureCode.STORE_DAMAGED,
          OwnerOnlyFolder.show(file.path())
              + " is damaged ("
              + e.getMessage()
              + copy
              + "); mend it, or move it away to start anew",
          e);
    }
  }

  private T parse(StoredFile file, byte[] content) {
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

  private byte[] format(T value) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("format", "localstream/" + form.name());
    document.put("version", VERSION);
    form.write(value, document);
    return MAPPER.writer().with(LAYOUT).writeValueAsBytes(document);
  }
}
