package io.localstream.adapters.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.adapters.cli.Samples;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.Side;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.EntrySet;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ManifestEntry;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.Transfer.Direction;
import io.localstream.domain.transfer.TransferTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTextTest {
  private static final String TRICKY = "a\u202egpj.exe";
  private final Transfer sending =
      Samples.transfer("report.pdf", 12_300_000, Direction.SENDING, "anna");

  @Nested
  class Results {
    @Test
    void tellWhatWasSentToWhomAndHowFast() {
      Transfer done = sending.accept().progress(12_300_000).complete(List.of(), List.of());

      assertThat(TransferText.result(done, TransferPace.after(Duration.ofMillis(3_200))))
          .isEqualTo("sent report.pdf (12.3 MB) to anna in 3.2 s, 3.8 MB/s");
    }

    @Test
    void tellWhatOfItCameInThisRunAndHowFastThat() {
      Transfer done =
          sending.accept().begin(8_300_000).progress(12_300_000).complete(List.of(), List.of());

      assertThat(
              TransferText.result(
                  done, new TransferPace(Duration.ofSeconds(2), 8_300_000, 0, Duration.ZERO)))
          .isEqualTo("sent report.pdf (12.3 MB; 4.0 MB of it now) to anna in 2.0 s, 2.0 MB/s");
    }

    @Test
    void tellWhereItWasSaved() {
      Transfer done =
          Samples.transfer("report.pdf", 0, Direction.RECEIVING, "anna")
              .accept()
              .complete(List.of(new FileReference("/home/me/report.pdf")), List.of());

      assertThat(TransferText.result(done, TransferPace.after(Duration.ofMillis(5))))
          .isEqualTo("received /home/me/report.pdf (0 bytes) from anna in 5 ms, 0 bytes/s");
    }

    private static Transfer album(Direction direction) {
      ManifestEntry one =
          new ManifestEntry.File(new RelativePath("one.jpg"), 1_200_000, Instant.EPOCH, 0644);
      ManifestEntry two =
          new ManifestEntry.File(new RelativePath("two.jpg"), 600_000, Instant.EPOCH, 0644);
      return Samples.transfer(new Manifest(List.of(one, two)), direction, "anna");
    }

    private static String ended(Transfer transfer, EntrySet kept, EntrySet leftOut, EntrySet gone) {
      TransferTally tally = TransferTally.of(transfer.offer().manifest(), kept, leftOut, gone);
      List<FileReference> saved =
          transfer.direction() == Direction.SENDING || tally.saved().files() == 0
              ? List.of()
              : List.of(new FileReference("/in/one.jpg"));
      return TransferText.result(
          transfer.accept().progress(transfer.totalBytes()).complete(saved, List.of(), tally),
          TransferPace.after(Duration.ofSeconds(1)));
    }

    @Test
    void tellThatNothingWasNew() {
      EntrySet both = EntrySet.first(2);

      assertThat(ended(album(Direction.RECEIVING), both, EntrySet.none(), EntrySet.none()))
          .isEqualTo("nothing new from anna: 2 files (1.8 MB) were here already");
      assertThat(ended(album(Direction.SENDING), both, EntrySet.none(), EntrySet.none()))
          .isEqualTo("nothing new for anna: 2 files (1.8 MB) were there already");
      assertThat(ended(sending, EntrySet.first(1), EntrySet.none(), EntrySet.none()))
          .isEqualTo("nothing new for anna: report.pdf (12.3 MB) was there already");
    }

    @Test
    void countOnlyWhatArrived() {
      EntrySet second = EntrySet.of(List.of(1));

      assertThat(ended(album(Direction.RECEIVING), second, EntrySet.none(), EntrySet.none()))
          .isEqualTo(
              "received /in/one.jpg (1 file, 1.2 MB) from anna in 1.0 s, 1.2 MB/s;"
                  + " 1 file (600.0 kB) was here already");
      assertThat(ended(album(Direction.SENDING), EntrySet.none(), second, EntrySet.none()))
          .isEqualTo(
              "sent 1 file (1.2 MB) of one.jpg and 1 more to anna in 1.0 s, 1.2 MB/s;"
                  + " 1 file (600.0 kB) was left out there");
      assertThat(ended(album(Direction.SENDING), EntrySet.none(), EntrySet.none(), second))
          .endsWith("; 1 file (600.0 kB) is missing there");
    }

    @Test
    void tellWhyItFailed() {
      assertThat(
              TransferText.result(
                  sending.fail(FailureCode.DECLINED, "no\u001b[2J"), TransferPace.NONE))
          .isEqualTo("could not send report.pdf to anna: no\\u001b[2J");
    }
  }

  @Nested
  class Escaping {
    private final Transfer tricky = Samples.transfer(TRICKY, 1, Direction.RECEIVING, "an\u202ena");

    @Test
    void coversNamesOfFilesAndPeersEverywhere() {
      Question question =
          new Question.ReceiveFiles(tricky, "/tmp/" + TRICKY, Samples.plan(tricky, List.of()));
      Question trust = Samples.trust("an\u202ena");

      assertThat(
              List.of(
                  TransferText.offer(tricky),
                  TransferText.result(tricky, TransferPace.NONE),
                  ProgressLine.of(tricky.accept(), TransferPace.NONE, 200),
                  String.join("\n", QuestionText.details(question)),
                  QuestionText.subject(question),
                  String.join("\n", QuestionText.details(trust)),
                  EventText.of(
                          new LocalStreamEvent.PeerJoined(
                              Samples.session("an\u202ena", Endpoint.of("a", 1), Side.LISTENING)))
                      .orElseThrow()))
          .allSatisfy(line -> assertThat(line).doesNotContain("\u202e").contains("\\u202e"));
    }
  }

  @Nested
  class Spoofing {
    private static final String SPOOF = "cat.jpg (3.1 kB) - yes to save it here";

    @Test
    void aNameCantBeTakenForTheWordsAroundIt() {
      Transfer offer =
          Samples.transfer(SPOOF + " ".repeat(180) + "x", 900_000_000, Direction.RECEIVING, "anna");

      assertThat(TransferText.offer(offer))
          .startsWith("anna offers \"" + SPOOF.substring(0, 30))
          .contains("180 blanks")
          .contains("x\" (900.0 MB): yes to save it here, receive_file");
    }

    @Test
    void aLongNamePushesNothingOutOfSight() {
      Transfer offer =
          Samples.transfer("a".repeat(250), 1, Direction.RECEIVING, "b ".repeat(20) + "b");

      assertThat(TransferText.offer(offer)).hasSizeLessThan(220).contains("...");
      assertThat(
              String.join(
                  "\n",
                  QuestionText.details(
                      new Question.ReceiveFiles(
                          offer, "/in/" + "a".repeat(250), Samples.plan(offer, List.of())))))
          .doesNotContain("a".repeat(150))
          .contains("\"b b b");
    }
  }

  @Nested
  class Progress {
    private static TransferPace pace(long bytesPerSecond, int silentSeconds) {
      return new TransferPace(
          Duration.ofMinutes(1), 0, bytesPerSecond, Duration.ofSeconds(silentSeconds));
    }

    @Test
    void saysThatItStalledInsteadOfARate() {
      Transfer running = sending.accept().progress(4_920_000);

      assertThat(ProgressLine.of(running, pace(2_460_000, 2), 100)).endsWith("2.5 MB/s  3 s left");
      assertThat(ProgressLine.of(running, pace(2_460_000, 12), 100))
          .endsWith("4.9 MB of 12.3 MB  stalled 12 s");
    }

    @Test
    void saysThatItIsFinishingOnceEverythingIsThere() {
      assertThat(ProgressLine.of(sending.accept().progress(12_300_000), pace(2_460_000, 9), 100))
          .endsWith("100%  12.3 MB of 12.3 MB  finishing");
    }

    @Test
    void showsNamePercentBytesRateAndTimeLeft() {
      assertThat(ProgressLine.of(sending.accept().progress(4_920_000), pace(2_460_000, 0), 100))
          .isEqualTo(
              "report.pdf to anna [########............]  40%  4.9 MB of 12.3 MB  2.5 MB/s  3 s"
                  + " left");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 120})
    void fitsTheTerminal(int columns) {
      Transfer wide =
          Samples.transfer("資料".repeat(20) + ".pdf", 12_300_000, Direction.SENDING, "anna");

      String line = ProgressLine.of(wide.accept().progress(4_000_000), pace(2_000_000, 0), columns);

      assertThat(Table.columns(line)).isLessThan(columns);
    }

    @Test
    void saysThatItWaitsForAYes() {
      assertThat(ProgressLine.of(sending, TransferPace.NONE, 80)).contains("waiting for");
    }
  }

  @Nested
  class Questions {
    @Test
    void showBothFingerprintsInFullWithin80Columns() {
      List<String> lines = QuestionText.details(Samples.trust("anna"));

      assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
      String joined = String.join(" ", lines).replaceAll("[^0-9a-f]", "");
      assertThat(joined).contains(Samples.OTHER.hex()).contains(Samples.OWN.hex());
      assertThat(lines).noneMatch(line -> line.startsWith("Warning"));
    }

    @Test
    void showTheSameLinesInTheSameOrderOnBothScreens() {
      List<String> here = FingerprintText.pair(Samples.OWN, Samples.OTHER);
      List<String> there = FingerprintText.pair(Samples.OTHER, Samples.OWN);

      assertThat(here).isNotEqualTo(there);
      assertThat(withoutSides(here)).isEqualTo(withoutSides(there));
      assertThat(here.getFirst()).isEqualTo("  this   " + String.join(" ", Samples.OWN.spoken()));
      assertThat(there.getFirst()).startsWith("  other  ");
    }

    private List<String> withoutSides(List<String> lines) {
      return lines.stream().map(line -> line.replaceFirst("^  (this |other)  ", "")).toList();
    }

    @Test
    void warnOfAKnownName() {
      assertThat(QuestionText.details(Samples.trust("anna", "a:1", true)))
          .last()
          .isEqualTo("Warning: another trusted device is called anna already.");
    }
  }

  @Test
  void announcesOffersWithTheWaysToAnswer() {
    assertThat(
            TransferText.offer(
                Samples.transfer("report.pdf", 12_300_000, Direction.RECEIVING, "anna")))
        .isEqualTo(
            "anna offers report.pdf (12.3 MB): yes to save it here, receive_file PATH to save it"
                + " elsewhere, no to decline");
  }
}
