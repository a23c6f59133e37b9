package io.localstream.adapters.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines from a pipe or a file, in UTF-8. */
final class PlainLines implements LineSource {
  private final BufferedReader lines;

  PlainLines(InputStream in) {
    lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public Optional<String> next() throws IOException {
    return Optional.ofNullable(lines.readLine());
  }
}
