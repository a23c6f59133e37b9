package io.localstream.adapters.persistence;

import tools.jackson.databind.node.ObjectNode;

/** How one kind of document is written as JSON, and read back. */
interface JsonForm<T> {
  /** The word in the format ({@code localstream/NAME}). */
  String name();

  /** A file that is larger is refused without being read, and none is written. */
  int maxBytes();

  void write(T value, ObjectNode into);

  /**
   * Reads what {@link #write} wrote; fields that it does not know are ignored.
   *
   * @throws RuntimeException of the domain's constructors, or {@link MalformedDocumentException}
   */
  T read(JsonFields from);
}
