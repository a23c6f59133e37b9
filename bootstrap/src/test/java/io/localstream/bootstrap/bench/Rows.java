package io.localstream.bootstrap.bench;

import io.localstream.bootstrap.bench.Target.AtLeast;
import io.localstream.bootstrap.bench.Target.AtMost;
import io.localstream.bootstrap.bench.Target.Within;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows there are, with their targets. The sizes are those at a size of 1 GiB. */
final class Rows {
  private static final int MANY = 100;
  private static final int FEW = 3;

  private Rows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    Collections.addAll(
        rows,
        new Row(
            "cold-scp",
            "one file, cold processes, against scp with aes256-gcm",
            Measure.SPEED,
            List.of(new AtLeast(2)),
            List.of(Need.SSH),
            MANY,
            Contests::againstScp),
        new Row(
            "cold-https",
            "one file, cold processes, against HTTPS with TLS 1.3 and AES-256 (nginx to curl)",
            Measure.SPEED,
            List.of(new AtLeast(1.2)),
            List.of(Need.WEB),
            MANY,
            Contests::againstHttps),
        new Row(
            "warm-copy",
            "one file, second transfer of a running session, against a plain unencrypted copy",
            Measure.SPEED,
            List.of(new AtLeast(0.9)),
            List.of(),
            MANY,
            Contests::againstPlainCopy),
        new Row(
            "cpu",
            "CPU time of both sides, cold processes, against a plain unencrypted copy",
            Measure.CPU,
            List.of(new AtMost(1.6)),
            List.of(),
            MANY,
            Contests::cpu),
        new Row(
            "bare",
            "one file, cold processes, against a bare program in the same JVM that only copies and"
                + " seals",
            Measure.SPEED,
            List.of(),
            List.of(),
            MANY,
            Contests::againstBare),
        new Row(
            "bare-cpu",
            "CPU time of both sides of that bare program, against a plain unencrypted copy",
            Measure.CPU,
            List.of(),
            List.of(),
            MANY,
            Contests::bareCpu),
        new Row(
            "bare-https",
            "that bare program, cold, against HTTPS with TLS 1.3 and AES-256 (nginx to curl)",
            Measure.SPEED,
            List.of(),
            List.of(Need.WEB),
            MANY,
            Contests::bareAgainstHttps),
        new Row(
            "small-files",
            "20,000 files of 4 KiB, cold processes, against tar over ssh with aes256-gcm",
            Measure.SECONDS,
            List.of(new AtLeast(1)),
            List.of(Need.SSH, Need.TAR),
            MANY,
            Contests::manyAgainstTar),
        new Row(
            "small-files-scp",
            "20,000 files of 4 KiB, cold processes, against scp -r with aes256-gcm",
            Measure.SECONDS,
            List.of(new AtLeast(8)),
            List.of(Need.SSH),
            MANY,
            Contests::manyAgainstScp),
        new Row(
            "link-1g",
            "link of 1 Gbit/s, cold processes, against iperf3",
            Measure.SPEED,
            List.of(new AtLeast(0.98)),
            List.of(Need.IPERF, Need.NAMESPACES),
            MANY,
            Contests::gigabitCold),
        new Row(
            "link-1g-session",
            "link of 1 Gbit/s, running session, against iperf3",
            Measure.SPEED,
            List.of(new AtLeast(0.98)),
            List.of(Need.IPERF, Need.NAMESPACES),
            MANY,
            Contests::gigabitRunning),
        new Row(
            "wan",
            "50 ms round trip, 0.5 % loss, cubic, 16 MiB, cold processes, against scp",
            Measure.SPEED,
            List.of(new AtLeast(3)),
            List.of(Need.SSH, Need.NAMESPACES, Need.TUNNEL),
            MANY,
            Contests::longLineCubic),
        new Row(
            "wan-bbr",
            "50 ms round trip, 0.5 % loss, bbr, 64 MiB, cold processes, against scp",
            Measure.SPEED,
            List.of(new AtLeast(3)),
            List.of(Need.SSH, Need.NAMESPACES, Need.TUNNEL),
            MANY,
            Contests::longLineBbr),
        new Row(
            "fan-out",
            "20 receivers at once from one connection, against one receiver",
            Measure.SPEED,
            List.of(new AtLeast(0.9)),
            List.of(),
            MANY,
            Contests::fanOut),
        new Row(
            "memory",
            "most resident memory of either side, 16 GiB, against 1 GiB",
            Measure.MEMORY,
            List.of(new Within(128), new AtMost(1.1)),
            List.of(),
            FEW,
            Contests::memory),
        new Row(
            "start-version",
            "`localstream --version`",
            Measure.SECONDS,
            List.of(new Within(0.15)),
            List.of(),
            MANY,
            Contests::version),
        new Row(
            "start-help",
            "`localstream help`",
            Measure.SECONDS,
            List.of(new Within(0.15)),
            List.of(),
            MANY,
            Contests::help),
        new Row(
            "tiny",
            "a file of 1 byte from a running sender, cold receiver, against scp",
            Measure.SECONDS,
            List.of(new AtLeast(1)),
            List.of(Need.SSH),
            MANY,
            Contests::tiny));
    return List.copyOf(rows);
  }

  /** Those with these names; all where there are no names. */
  static List<Row> named(List<String> names) {
    Map<String, Row> byName = new LinkedHashMap<>();
    all().forEach(row -> byName.put(row.id(), row));
    if (names.isEmpty()) {
      return all();
    }
    return names.stream().map(name -> named(name, byName)).toList();
  }

  private static Row named(String name, Map<String, Row> rows) {
    Row row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("no row " + name + "; there are " + rows.keySet());
    }
    return row;
  }
}
