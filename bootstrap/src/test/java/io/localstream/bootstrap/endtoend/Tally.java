package io.localstream.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Counts what went wrong in many tries of one fault, which is nothing if all is well. */
final class Tally {
  /** So much longer than anything waits that what has not ended then never does. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final List<String> NOISE =
      List.of("\tat ", "Exception", "WARNING", "internal error");

  private final List<String> notes = new ArrayList<>();
  private int tries;
  private int lostFiles;
  private int strayFiles;
  private int wrongExits;
  private int hung;

  void tried() {
    tries++;
  }

  /** Waits for the end of a process, which is to be this one, without a defect on the screen. */
  void ends(LocalStreamProcess process, int exitCode) {
    long begin = System.nanoTime();
    if (!Await.holds(PATIENCE, () -> !process.isAlive())) {
      hung++;
      notes.add("hung: " + process);
      process.signal("KILL");
      return;
    }
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    long lines = process.err().lines().filter(line -> line.startsWith("localstream: ")).count();
    boolean clear = exitCode == 0 || lines == 1;
    if (process.exitCode() != exitCode || !clear || !isQuiet(process)) {
      wrongExits++;
      notes.add("wrong end after " + seconds + " s, not " + exitCode + ": " + process);
    } else if (exitCode != 0) {
      notes.add("ended after " + seconds + " s: " + process.err().strip());
    }
  }

  /** Whether it has shown nothing that a person should never see. */
  private static boolean isQuiet(LocalStreamProcess process) {
    String shown = process.out() + process.err();
    return NOISE.stream().noneMatch(shown::contains);
  }

  /** Compares what arrived with what was sent. */
  void arrived(Path sent, TestDevice receiver) {
    SortedMap<String, String> wanted = Tree.of(sent);
    SortedMap<String, String> there = Tree.of(receiver.folder().resolve(sent.getFileName()));
    wanted.forEach((path, look) -> {
      if (!look.equals(there.get(path))) {
        lostFiles++;
        notes.add(path + " was " + look + " and is " + there.get(path));
      }
    });
    int stray = receiver.files().size() - 1 + there.size() - wanted.size();
    if (stray != 0) {
      strayFiles += stray;
      notes.add("left behind: " + receiver.files() + there.keySet());
    }
  }

  /** Nothing is to be seen yet but what the next transfer goes on with. */
  void nothingVisible(TestDevice receiver) {
    if (!receiver.visibleFiles().isEmpty()) {
      strayFiles++;
      notes.add("visible: " + receiver.visibleFiles());
    }
  }

  /** Notes something that is worth reading. */
  void note(String text) {
    notes.add(text);
  }

  /** Notes a fault of the product that has no count of its own. */
  void wrong(String what) {
    lostFiles++;
    notes.add(what);
  }

  boolean isClean() {
    return lostFiles + strayFiles + wrongExits + hung == 0;
  }

  void assertClean() {
    assertThat(isClean()).as(() -> this + "\n" + String.join("\n", notes)).isTrue();
  }

  List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "tried %d times: %d files lost, %d stray files, %d wrong exits, %d hung",
        tries,
        lostFiles,
        strayFiles,
        wrongExits,
        hung);
  }
}
