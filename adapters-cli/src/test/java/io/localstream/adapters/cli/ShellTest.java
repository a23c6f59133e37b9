package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.domain.port.ApprovalPrompt.Answer;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The interactive shell, on a terminal whose keyboard is typed by the test. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShellTest {
  private static final String PROMPT = "localstream> ";
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path home;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CompletableFuture<ScriptedDevice> opened = new CompletableFuture<>();
  private Duration pace = Duration.ZERO;
  private TypedTerminal terminal;
  private Future<Integer> exit;

  @BeforeEach
  void start() throws Exception {
    terminal = new TypedTerminal();
  }

  @AfterEach
  void end() throws Exception {
    terminal.close();
    exit.get(30, TimeUnit.SECONDS);
    threads.close();
  }

  private ScriptedDevice begin() throws Exception {
    DeviceFactory devices =
        (_, contacts) -> {
          opened.complete(new ScriptedDevice(contacts, pace));
          return opened.join();
        };
    LocalStreamProgram program =
        new LocalStreamProgram(devices, Map.of(), () -> home, "1.2.3", terminal::streams);
    exit = threads.submit(() -> program.run());
    terminal.await("LocalStream 1.2.3");
    terminal.await(PROMPT);
    return opened.get(30, TimeUnit.SECONDS);
  }

  private Future<Answer> asked(ScriptedDevice device, String name) {
    return threads.submit(() -> device.contacts.prompt().ask(Samples.trust(name), LONG));
  }

  private static Answer of(Future<Answer> answer) throws Exception {
    return answer.get(30, TimeUnit.SECONDS);
  }

  @Test
  void runsCommandsAndEndsAtExitWithZeroEvenAfterFailures() throws Exception {
    begin();
    terminal.enter("connect 10.0.0.1 1");
    terminal.await("nobody listens at 10.0.0.1:1");
    terminal.await(PROMPT);
    terminal.enter("exit");

    assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
    assertThat(opened.join().closed).isTrue();
    assertThat(terminal.everything()).doesNotContain("localstream: nobody");
  }

  @Test
  void endsAtCtrlD() throws Exception {
    begin();
    terminal.type("\u0004");

    assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void keepsAHistoryThatOnlyTheOwnerCanRead() throws Exception {
    begin();
    terminal.enter("status");
    terminal.await("transfers: 0");
    terminal.await(PROMPT);
    terminal.enter("yes");
    terminal.await("no question and no offer");
    terminal.await(PROMPT);
    terminal.enter("exit");
    exit.get(30, TimeUnit.SECONDS);

    Path history = home.resolve("history");
    assertThat(Files.readString(history)).contains("status").doesNotContain("yes");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
        .isEqualTo("rw-------");
  }

  @Nested
  class WhileALineIsTyped {
    @Test
    void questionsAreAnsweredByYes() throws Exception {
      Future<Answer> answer = asked(begin(), "anna");
      terminal.await("calls itself anna");
      terminal.await("[yes/no]");
      terminal.await(PROMPT);
      terminal.enter("yes");

      assertThat(of(answer)).isEqualTo(Answer.YES);
    }

    @Test
    void questionsAreAnsweredByDeny() throws Exception {
      Future<Answer> answer = asked(begin(), "anna");
      terminal.await("[yes/no]");
      terminal.await(PROMPT);
      terminal.enter("deny");

      assertThat(of(answer)).isEqualTo(Answer.NO);
    }

    @Test
    void whatIsSaidOfOffersAnswersNoQuestion() throws Exception {
      Future<Answer> answer = asked(begin(), "anna");
      terminal.await("[yes/no]");
      terminal.await(PROMPT);
      terminal.enter("accept --rename");
      terminal.await("no offer to answer");
      assertThat(answer).isNotDone();
    }

    @Test
    void announcementsKeepWhatWasTyped() throws Exception {
      ScriptedDevice device = begin();
      terminal.type("vers");
      terminal.await("vers");
      device.offer("report.pdf", "anna");
      terminal.await("anna offers report.pdf (12.3 MB): yes to save it here");
      terminal.await("vers");
      terminal.enter("ion");

      terminal.await("localstream 1.2.3");
    }

    @Test
    void aYesThatWasBegunBeforeTheQuestionDoesNotAnswerIt() throws Exception {
      ScriptedDevice device = begin();
      terminal.type("y");
      terminal.await("y");
      Future<Answer> answer = asked(device, "anna");
      terminal.await("[yes/no]");
      terminal.enter("es");
      terminal.await("please answer again");
      assertThat(answer).isNotDone();

      terminal.await(PROMPT);
      terminal.enter("yes");
      assertThat(of(answer)).isEqualTo(Answer.YES);
    }

    @Test
    void otherCommandsLeaveTheQuestionAndAreFollowedByAReminder() throws Exception {
      Future<Answer> answer = asked(begin(), "anna");
      terminal.await("[yes/no]");
      terminal.await(PROMPT);
      terminal.enter("version");
      terminal.await("localstream 1.2.3");
      terminal.await("still to be answered with yes or no: whether to trust anna");
      terminal.await(PROMPT);
      terminal.enter("no");

      assertThat(of(answer)).isEqualTo(Answer.NO);
    }

    @Test
    void withdrawnQuestionsAreTold() throws Exception {
      ScriptedDevice device = begin();
      Answer answer = device.contacts.prompt().ask(Samples.trust("anna"), Duration.ofMillis(300));

      assertThat(answer).isEqualTo(Answer.NONE);
      terminal.await("withdrawn: whether to trust anna (nobody answered in time)");
    }

    @Test
    void offersAreSavedElsewhereByReceiveFile() throws Exception {
      begin().offer("report.pdf", "anna");
      terminal.await("anna offers");
      terminal.await(PROMPT);
      terminal.enter("receive_file /tmp/there");
      terminal.await("receive it? [yes/no]");
      terminal.enter("yes");
      terminal.await("received /tmp/there (12.3 MB) from anna");
    }
  }

  @Nested
  class WhileACommandRuns {
    @Test
    void itsQuestionIsAskedRightThere() throws Exception {
      begin();
      terminal.enter("connect 192.168.1.9 8080");
      terminal.await("trust this device? [yes/no]");
      terminal.enter("yes");

      terminal.await("connected to anna at 192.168.1.9:8080");
    }

    @Test
    void unclearAnswersAreAskedAgainAndThenCountAsNo() throws Exception {
      begin();
      terminal.enter("connect 192.168.1.9 8080");
      for (String unclear : new String[] {"", "perhaps", "yess"}) {
        terminal.await("trust this device? [yes/no]");
        terminal.enter(unclear);
      }
      terminal.await("taken as no");
      terminal.await("was not trusted");
    }

    @Test
    void ctrlCAtTheQuestionGivesUpTheCommand() throws Exception {
      begin();
      terminal.enter("connect 192.168.1.9 8080");
      terminal.await("trust this device? [yes/no]");
      terminal.type("\u0003");

      terminal.await("cancelled");
      terminal.await(PROMPT);
    }

    @Test
    void ctrlCCancelsATransferAndReturnsToThePrompt() throws Exception {
      pace = Duration.ofSeconds(20);
      ScriptedDevice device = begin();
      device.openConnection().open(Openings.on(8080));
      device.join("anna", 8080);
      terminal.await("anna connected");
      terminal.enter("send_file 8080 /tmp/report.pdf");
      terminal.await("0%");
      terminal.type("\u0003");

      terminal.await("cancelled");
      terminal.await(PROMPT);
      assertThat(device.showStatus().show().transfers())
          .extracting(Transfer::state)
          .singleElement()
          .isInstanceOf(TransferState.Failed.class);
    }

    @Test
    void anOfferThatItWaitsForIsNotAnnounced() throws Exception {
      ScriptedDevice device = begin();
      terminal.enter("receive_file /tmp/there --yes");
      terminal.await("waiting for an offer until Ctrl-C");
      device.offer("report.pdf", "anna");
      terminal.await("received /tmp/there");

      assertThat(terminal.everything()).doesNotContain("anna offers");
      assertThat(device.commands)
          .last()
          .extracting(command -> ((ReceiveFiles.Command) command).destination())
          .isEqualTo(
              new Destination(new FileReference("/tmp/there"), Destination.ExistingFile.KEEP));
    }

    @Test
    void linesPastedBeforeAQuestionDoNotAnswerIt() throws Exception {
      ScriptedDevice device = begin();
      terminal.type("\u001b[200~receive_file x\ryes\rversion\u001b[201~\r");
      terminal.await("waiting for an offer");
      device.offer("report.pdf", "anna");
      terminal.await("receive it? [yes/no]");
      terminal.enter("no");
      terminal.await("declined");
      terminal.await("no question and no offer");
      terminal.await("localstream 1.2.3");
    }
  }
}
