package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands on standard input, without a terminal. */
class PlainLinesTest {
  private final ProgramRig rig = new ProgramRig();

  @Test
  void skipsBlankLinesAndComments() {
    assertThat(rig.runWithInput("\n  \n# add_connection 1\nversion # now\n")).isZero();
    assertThat(rig.out()).containsExactly("localstream 1.2.3");
    assertThat(rig.err()).isEmpty();
  }

  @Test
  void endsAtTheFirstFailureWithItsExitCode() {
    int exit = rig.runWithInput("add_connection 8080\nconnect 10.0.0.1 1\nversion\n");

    assertThat(exit).isEqualTo(3);
    assertThat(rig.err())
        .containsExactly("localstream: nobody listens at 10.0.0.1:1; is the other side ready?");
    assertThat(rig.out()).doesNotContain("localstream 1.2.3");
  }

  @Test
  void goesOnWhenToldAndStillReportsTheFirstFailure() {
    int exit = rig.runWithInput("connect 10.0.0.1 1\ndel_connection 9\nversion\n", "--keep-going");

    assertThat(exit).isEqualTo(3);
    assertThat(rig.err()).hasSize(2);
    assertThat(rig.out()).containsExactly("localstream 1.2.3");
  }

  @Test
  void endsAtExit() {
    assertThat(rig.runWithInput("exit\nversion")).isZero();
    assertThat(rig.runWithInput("quit\nversion")).isZero();
    assertThat(rig.out()).isEmpty();
  }

  @Test
  void refusesAStrangerAtOnceAndSaysWhatWouldAccept() {
    assertThat(rig.runWithInput("connect 192.168.1.9 8080")).isEqualTo(4);
    assertThat(rig.err())
        .containsExactly(
            "nobody is here to ask whether to trust anna, so it is refused; --yes accepts"
                + " without asking",
            "localstream: anna at 192.168.1.9:8080 was not trusted");
  }

  @Test
  void acceptsAStrangerWithYesAndShowsBothFingerprints() {
    assertThat(rig.runWithInput("connect 192.168.1.9 8080", "--yes", "--quiet")).isZero();
    assertThat(rig.err()).anyMatch(line -> line.contains("fedc ba98 7654 3210"));
    assertThat(rig.err()).anyMatch(line -> line.contains("0123 4567 89ab cdef"));
    assertThat(rig.err()).last().isEqualTo("accepted, because --yes was given");
  }

  @Test
  void yesOnTheLineTrustsOnlyWhoIsDialled() {
    assertThat(rig.runWithInput("connect 192.168.1.9 8080 --yes\nconnect 192.168.1.9 8081"))
        .isEqualTo(4);
    assertThat(rig.out()).hasSize(1);
  }

  @Test
  void showsWhereItListensAndHowToConnect() {
    rig.runWithInput("add_connection 8080 10\ndel_connection 8080");

    assertThat(rig.out())
        .containsExactly(
            "listening on 192.168.1.7:8080 (eth0), at most 10 peers",
            "the other side types: connect 192.168.1.7 8080",
            "closed port 8080");
  }

  @Test
  void showsAnAddressThatCanBeReachedWhereItListensOnAll() {
    rig.runWithInput("add_local_connection 0.0.0.0 8080 1");

    assertThat(rig.out()).last().isEqualTo("the other side types: connect 192.168.1.7 8080");
  }

  @Test
  void sendsToEveryPeerAndReportsTheFirstFailure() {
    int exit =
        rig.runWithInput(
            """
            connect 192.168.1.9 8080 --yes
            send_file 8080 /tmp/report.pdf
            send_file 8080 /tmp/refused.pdf
            """);

    assertThat(exit).isEqualTo(4);
    assertThat(rig.out().get(1)).startsWith("sent report.pdf (12.3 MB) to anna in ");
    assertThat(rig.err())
        .last()
        .isEqualTo("localstream: could not send refused.pdf to anna: the receiver said no");
  }

  @Test
  void answersNothingWhereThereIsNothing() {
    assertThat(rig.runWithInput("yes")).isEqualTo(3);
    assertThat(rig.err())
        .containsExactly("localstream: there is no question and no offer to answer");
  }
}
