package io.localstream.adapters.cli.text;

import io.localstream.domain.display.DisplayText;
import io.localstream.domain.display.QuotedName;
import io.localstream.domain.port.Question;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Picking;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions as a person sees them. */
public final class QuestionText {
  private QuestionText() {}

  /** What there is to know before answering; both fingerprints in words and in full. */
  public static List<String> details(Question question) {
    return switch (question) {
      case Question.TrustDevice trust -> trust(trust);
      case Question.ReceiveFiles receive -> offer(receive);
      case Question.LetIn letIn ->
          List.of(
              letIn.peer().display()
                  + " is here without the code (at "
                  + DisplayText.escape(letIn.remote())
                  + "); you know this device.");
      case Question.MeasureSpeed measure ->
          List.of(
              measure.peer().display()
                  + " asks to measure how fast it goes between the two devices. It takes about 20"
                  + " seconds and up to "
                  + Quantities.size(measure.maxBytes())
                  + " in "
                  + folder(measure.folder())
                  + ", removed at the end.");
    };
  }

  private static List<String> offer(Question.ReceiveFiles receive) {
    List<String> lines = new ArrayList<>();
    lines.add(
        receive.transfer().peerName().display()
            + " offers "
            + TransferText.what(receive.transfer())
            + ", to be saved as "
            + QuotedName.of(receive.savedAs(), QuotedName.PATH_COLUMNS));
    lines.addAll(PlanText.brief(receive.plan()));
    lines.addAll(CautionText.executables(receive.plan().cautions()));
    lines.addAll(CautionText.hidden(receive.transfer(), receive.plan().cautions(), false));
    if (receive.transfer().offer().manifest().size() > 1) {
      lines.add("  (the answer list shows all of it)");
    }
    return lines;
  }

  /** Everything that is offered, for who wants to see it before answering. */
  public static Optional<List<String>> listing(Question question) {
    return question instanceof Question.ReceiveFiles receive
        ? Optional.of(
            new PlanText(ZoneId.systemDefault(), true)
                .contents(receive.transfer(), receive.plan(), Picking.ALL))
        : Optional.empty();
  }

  private static String folder(FileReference folder) {
    return folder.value().equals(".") ? "the current folder" : folder.toString();
  }

  private static List<String> trust(Question.TrustDevice trust) {
    String name = trust.contact().presented().name().display();
    List<String> lines = new ArrayList<>();
    lines.add(
        "A device that is not known here calls itself "
            + name
            + " (at "
            + DisplayText.escape(trust.remote())
            + ").");
    lines.add("Read these lines to each other: both screens show the same, in the same order.");
    lines.addAll(
        FingerprintText.pair(trust.own().fingerprint(), trust.contact().presented().fingerprint()));
    if (trust.contact().nameIsKnown()) {
      lines.add("Warning: another trusted device is called " + name + " already.");
    }
    return lines;
  }

  /** The line on which the answer is typed. */
  public static String prompt(Question question) {
    return switch (question) {
      case Question.TrustDevice _ -> "trust this device? [yes/no] ";
      case Question.ReceiveFiles _ -> "receive it? [yes/no] ";
      case Question.LetIn letIn -> "send it to " + letIn.peer().display() + "? [yes/no] ";
      case Question.MeasureSpeed _ -> "let it measure? [yes/no] ";
    };
  }

  /** What the question is about, in a few words. */
  public static String subject(Question question) {
    return switch (question) {
      case Question.TrustDevice trust ->
          "whether to trust " + trust.contact().presented().name().display();
      case Question.ReceiveFiles receive ->
          "whether to receive " + TransferText.what(receive.transfer());
      case Question.LetIn letIn -> "whether to send it to " + letIn.peer().display();
      case Question.MeasureSpeed measure ->
          "whether " + measure.peer().display() + " may measure the speed";
    };
  }
}
