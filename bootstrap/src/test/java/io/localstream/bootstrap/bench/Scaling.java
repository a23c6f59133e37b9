package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How time and memory grow with bytes, files and receivers; see bootstrap/bench/README.md. */
final class Scaling {
  private static final long RECEIVED_BYTES = 32L << 20;
  private static final int FILE_BYTES = 4096;

  private static final Map<String, BiFunction<Workshop, Settings, Curve>> CURVES =
      new TreeMap<>(
          Map.of(
              "bytes", Scaling::bytes,
              "files", Scaling::files,
              "receivers", Scaling::receivers));

  private Scaling() {}

  /** As for the comparison, with curves in the place of rows. */
  public static void main(String... arguments) throws IOException {
    Settings settings = Settings.parse(arguments);
    Path out = Files.createDirectories(settings.out());
    try (Workshop workshop = Workshop.open(settings.program())) {
      Command.of(workshop.folder(), settings.program().toString(), "--version").output();
      System.out.println("curve,size,seconds,resident MB,microseconds each");
      List<Curve> curves =
          CURVES.entrySet().stream()
              .filter(
                  curve -> settings.rows().isEmpty() || settings.rows().contains(curve.getKey()))
              .map(curve -> curve.getValue().apply(workshop, settings))
              .toList();
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(out.resolve("scaling.json").toFile(), curves);
      Path charts = settings.page() ? Module.folder().resolve("performance") : out;
      Files.createDirectories(charts);
      curves.stream()
          .filter(curve -> curve.points().size() > 1)
          .forEach(curve -> Charts.growth(curve, charts));
    }
  }

  private static Curve bytes(Workshop workshop, Settings settings) {
    List<Long> sizes =
        LongStream.iterate(1, size -> size << 20 <= 16 * settings.size(), size -> size * 4)
            .boxed()
            .toList();
    Curve empty = new Curve("bytes", "one file, cold processes", "MiB", List.of(), null);
    return Curve.measured(
        workshop,
        empty,
        sizes,
        settings.rounds(),
        (shop, size) -> cold(shop, Cargo.large(shop, size << 20)));
  }

  private static Curve files(Workshop workshop, Settings settings) {
    List<Long> sizes =
        LongStream.of(1, 10, 100, 1_000, 10_000, 20_000, 50_000, 100_000, 200_000)
            .filter(count -> count == 1 || count * FILE_BYTES <= settings.size())
            .boxed()
            .toList();
    Curve empty = new Curve("files", "files of 4 KiB, cold processes", "files", List.of(), null);
    return Curve.measured(
        workshop,
        empty,
        sizes,
        settings.rounds(),
        (shop, count) -> cold(shop, Cargo.files(shop, (int) count, FILE_BYTES)));
  }

  private static Entrant cold(Workshop workshop, Cargo cargo) {
    return new Entrant(
        "LocalStream", ColdCopy.over(workshop, Wire.loopback()), cargo, 1, workshop.folder());
  }

  private static Curve receivers(Workshop workshop, Settings settings) {
    long bytes = Math.min(RECEIVED_BYTES, settings.size() / 32);
    Curve empty =
        new Curve(
            "receivers",
            "receivers of %d MiB each, running sessions".formatted(bytes >> 20),
            "receivers",
            List.of(),
            null);
    return Curve.measured(
        workshop,
        empty,
        List.of(1L, 2L, 5L, 10L, 20L, 50L, 100L),
        settings.rounds(),
        (shop, count) -> running(shop, (int) count, Cargo.file(shop, bytes)));
  }

  private static Entrant running(Workshop workshop, int receivers, Cargo cargo) {
    Session session = Session.open(workshop, Wire.loopback(), receivers);
    return new Entrant("LocalStream", session, cargo, receivers, workshop.folder());
  }
}
