package io.localstream.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OngoingTransfer;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.event.LocalStreamEvent;
import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.MissingEntry;
import io.localstream.domain.transfer.NamePolicy;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.Picking;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.TransferState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody looks at an offer before anything is received: anna offers, ben looks. */
class OfferReviewTest {
  private Acquainted both;
  private TestDevice anna;
  private TestDevice ben;
  private int port;

  @BeforeEach
  void connect() throws InterruptedException {
    both = Acquainted.meet(2);
    anna = both.anna;
    ben = both.ben;
    port = both.port();
  }

  @AfterEach
  void close() {
    both.close();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static void assertCompleted(OngoingTransfer transfer) throws InterruptedException {
    assertThat(transfer.await().state()).isInstanceOf(TransferState.Completed.class);
  }

  private ReceiveFiles.Command reviewed(OfferReview review) {
    return new ReceiveFiles.Command(
        new Destination(new FileReference("."), Destination.ExistingFile.ASK),
        Optional.empty(),
        TestDevice.PATIENCE,
        Optional.empty(),
        false,
        true,
        review);
  }

  @Test
  void knowsBeforehandThatThereIsNoSuchFolder() {
    Destination nowhere =
        new Destination(new FileReference("nowhere/file"), Destination.ExistingFile.KEEP);

    assertThatThrownBy(() -> ben.device.receiveFiles().requirePlace(nowhere))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.FILE_MISSING);
    ben.device
        .receiveFiles()
        .requirePlace(new Destination(new FileReference("new"), Destination.ExistingFile.KEEP));
  }

  @Test
  void asksTheReceiverWithThePlan() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    anna.send(port, "report.pdf");
    ben.receive("saved.pdf").await();

    assertThat(((Question.ReceiveFiles) ben.prompt.questions().getFirst()).plan().neededBytes())
        .isEqualTo(10);
  }

  @Test
  void goesWhereTheReviewSays() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    ben.files.put("report.pdf", bytes(3));
    OngoingTransfer sending = anna.send(port, "report.pdf");

    OngoingTransfer receiving =
        ben.device
            .receiveFiles()
            .receive(
                reviewed((offer, plans) -> {
                  Destination asked =
                      new Destination(new FileReference("."), Destination.ExistingFile.ASK);
                  assertThat(plans.of(asked).count(ReceptionPlan.Outcome.ASKED)).isEqualTo(1);
                  return new OfferReview.Verdict.Taken(
                      asked.with(
                          Picking.ALL.deciding(
                              Map.of(
                                  new RelativePath("report.pdf"),
                                  Destination.ExistingFile.RENAME))));
                }));

    assertCompleted(sending);
    assertCompleted(receiving);
    assertThat(ben.files.content("report.pdf")).hasValue(bytes(3));
    assertThat(ben.files.content("report (1).pdf")).hasValue(bytes(10));
  }

  @Test
  void isOnlyLookedAtAndTheSenderIsTold() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    OngoingTransfer sending = anna.send(port, "report.pdf");

    assertThatThrownBy(() ->
            ben.device
                .receiveFiles()
                .receive(reviewed((_, _) -> new OfferReview.Verdict.OnlyLooked())))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.ONLY_LOOKED);

    assertThat(sending.await().state())
        .isInstanceOfSatisfying(
            TransferState.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(FailureCode.ONLY_LOOKED);
              assertThat(failed.message()).contains("only looked");
            });
    assertThat(ben.files.visible()).isEmpty();
    assertThat(ben.files.unfinished()).isZero();
  }

  @Test
  void isDeclinedByTheReview() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    OngoingTransfer sending = anna.send(port, "report.pdf");

    assertThatThrownBy(() ->
            ben.device
                .receiveFiles()
                .receive(reviewed((_, _) -> new OfferReview.Verdict.Declined("not that"))))
        .hasMessage("not that");

    assertThat(sending.await().state())
        .isInstanceOfSatisfying(
            TransferState.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(FailureCode.DECLINED));
  }

  @Test
  void endsWhenTheOfferIsWithdrawn() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    OngoingTransfer sending = anna.send(port, "report.pdf");

    assertThatThrownBy(() ->
            ben.device
                .receiveFiles()
                .receive(
                    reviewed((_, _) -> {
                      sending.cancel();
                      new CountDownLatch(1).await();
                      return new OfferReview.Verdict.OnlyLooked();
                    })))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.DECLINED);
  }

  @Test
  void staysWaitingWhereNothingOfItIsTaken() throws InterruptedException {
    anna.files.put("report.pdf", bytes(10));
    OngoingTransfer sending = anna.send(port, "report.pdf");
    Destination none =
        new Destination(
            new FileReference("."),
            Destination.ExistingFile.KEEP,
            new Picking(List.of("*.txt"), List.of(), Map.of()));

    assertThatThrownBy(() -> ben.device.receiveFiles().receive(reviewed(OfferReview.taking(none))))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.INVALID_ARGUMENT);

    assertCompleted(ben.receive("."));
    assertCompleted(sending);
  }

  private static ReceiveFiles.Command agreed(NamePolicy names) {
    return new ReceiveFiles.Command(
        new Destination(new FileReference("."), Destination.ExistingFile.KEEP).with(names),
        Optional.empty(),
        TestDevice.PATIENCE,
        Optional.empty(),
        false,
        true);
  }

  private static List<FailureCode> missing(OngoingTransfer transfer) throws InterruptedException {
    return ((TransferState.Completed) transfer.await().state())
        .missing().stream().map(MissingEntry::reason).toList();
  }

  private void sendHidden() throws InterruptedException {
    ben.files.makeFolder("home");
    anna.files.put("home/.ssh/authorized_keys", bytes(5));
    anna.files.put("home/holiday.jpg", bytes(10));
    anna.send(port, "home");
  }

  @Test
  void namesHiddenFilesInTheQuestionAndTakesThemWithAYes() throws InterruptedException {
    sendHidden();

    OngoingTransfer receiving = ben.receive(".");

    assertThat(missing(receiving)).isEmpty();
    assertThat(ben.files.content("home/.ssh/authorized_keys")).hasValue(bytes(5));
    Question.ReceiveFiles question = (Question.ReceiveFiles) ben.prompt.questions().getFirst();
    assertThat(question.plan().cautions().hidden().stream())
        .extracting(place -> question.transfer().offer().manifest().path(place))
        .contains("home/.ssh/authorized_keys")
        .doesNotContain("home/holiday.jpg");
    assertThat(question.plan().cautions().hiddenTaken()).isTrue();
  }

  @Test
  void leavesHiddenFilesOutWhereNobodySawThem() throws InterruptedException {
    sendHidden();

    OngoingTransfer receiving = ben.device.receiveFiles().receive(agreed(NamePolicy.CAREFUL));

    assertThat(missing(receiving)).isNotEmpty().containsOnly(FailureCode.NAME_HIDDEN);
    assertThat(ben.files.visible())
        .contains("home/holiday.jpg")
        .noneMatch(name -> name.contains(".ssh"));
    assertThat(ben.prompt.questions()).isEmpty();
  }

  @Test
  void takesHiddenFilesWhereThatWasSaidBeforehand() throws InterruptedException {
    sendHidden();

    OngoingTransfer receiving =
        ben.device.receiveFiles().receive(agreed(NamePolicy.CAREFUL.takingHidden()));

    assertThat(missing(receiving)).isEmpty();
    assertThat(ben.files.content("home/.ssh/authorized_keys")).hasValue(bytes(5));
  }

  private static List<String> warnings(TestDevice device) {
    return device.events.events(LocalStreamEvent.Warning.class).stream()
        .map(LocalStreamEvent.Warning::message)
        .toList();
  }

  private OngoingTransfer sendUnheld() throws InterruptedException {
    ben.files.holdOnly(NameRules.PORTABLE);
    anna.files.put("log/10:30", bytes(5));
    anna.files.put("log/fine", bytes(10));
    return anna.send(port, "log");
  }

  @Test
  void namesAtBothEndsWhatTheDestinationCannotHold() throws InterruptedException {
    OngoingTransfer sending = sendUnheld();

    OngoingTransfer receiving = ben.device.receiveFiles().receive(agreed(NamePolicy.CAREFUL));

    assertThat(missing(receiving)).containsExactly(FailureCode.NAME_NOT_HELD);
    assertThat(((TransferState.Completed) sending.await().state()).missing())
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.path()).isEqualTo("log/10:30");
          assertThat(missing.reason()).isEqualTo(FailureCode.NAME_NOT_HELD);
          assertThat(missing.words()).contains("was left out by ben", "character");
        });
    assertThat(ben.files.content("log/fine")).hasValue(bytes(10));
  }

  @Test
  void tellsTheOtherNameAtBothEnds() throws InterruptedException {
    OngoingTransfer sending = sendUnheld();

    OngoingTransfer receiving =
        ben.device.receiveFiles().receive(agreed(NamePolicy.CAREFUL.with(NamePolicy.Unfit.MAP)));

    assertThat(missing(receiving)).isEmpty();
    assertThat(missing(sending)).isEmpty();
    String saved =
        ben.files.visible().stream()
            .filter(path -> path.contains("10_30"))
            .findFirst()
            .orElseThrow();
    assertThat(warnings(ben)).anyMatch(line -> line.startsWith("log/10:30 is saved as " + saved));
    assertThat(warnings(anna))
        .anyMatch(line -> line.equals("log/10:30 is saved as " + saved + " on ben"));
  }

  @Test
  void takesNothingWhereANameCannotBeHeldAndThatIsToFail() throws InterruptedException {
    sendUnheld();

    assertThatThrownBy(() ->
            ben.device
                .receiveFiles()
                .receive(agreed(NamePolicy.CAREFUL.with(NamePolicy.Unfit.FAIL))))
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(FailureCode.NAME_NOT_HELD);
    assertThat(ben.files.visible()).isEmpty();
  }
}
