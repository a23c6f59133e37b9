package io.localstream.domain.port.fake;

import io.localstream.domain.port.ApprovalPrompt;
import io.localstream.domain.port.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A person who answers from a script and remembers what was asked. Where the script has ended the
 * person is silent, until {@link #answer} goes on with it. Safe for several threads.
 */
public final class ScriptedApprovalPrompt implements ApprovalPrompt {
  private final ReentrantLock row = new ReentrantLock(true);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final List<Question> questions = new ArrayList<>();
  private final BlockingQueue<Answer> script;
  private final @Nullable Answer always;

  /** Gives these answers in this order, then none; {@code NONE} is given at once. */
  public ScriptedApprovalPrompt(Answer... script) {
    this(new LinkedBlockingQueue<>(List.of(script)), null);
  }

  private ScriptedApprovalPrompt(BlockingQueue<Answer> script, @Nullable Answer always) {
    this.script = script;
    this.always = always;
  }

  /** A person who gives the same answer every time. */
  public static ScriptedApprovalPrompt always(Answer answer) {
    return new ScriptedApprovalPrompt(new LinkedBlockingQueue<>(), answer);
  }

  @Override
  public Answer ask(Question question, Duration timeout) throws InterruptedException {
    remember(question);
    if (always != null) {
      return always;
    }
    long deadlineNanos = System.nanoTime() + timeout.toNanos();
    if (!row.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      return Answer.NONE;
    }
    try {
      Answer answer = script.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      return answer == null ? Answer.NONE : answer;
    } finally {
      row.unlock();
    }
  }

  /** Adds to the script; a question that waits takes it at once. */
  public void answer(Answer answer) {
    script.add(answer);
  }

  /** Everything that was asked so far, in the order of asking. */
  public List<Question> questions() {
    lock.lock();
    try {
      return List.copyOf(questions);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until so many questions have been asked, counted from the start.
   *
   * @return the last of them
   * @throws AssertionError when they have not been by then
   */
  public Question awaitQuestions(int count, Duration deadline) throws InterruptedException {
    long nanos = deadline.toNanos();
    lock.lock();
    try {
      while (questions.size() < count) {
        if (nanos <= 0) {
          throw new AssertionError("asked " + questions.size() + " of " + count + ": " + questions);
        }
        nanos = asked.awaitNanos(nanos);
      }
      return questions.get(count - 1);
    } finally {
      lock.unlock();
    }
  }

  private void remember(Question question) {
    lock.lock();
    try {
      questions.add(question);
      asked.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
