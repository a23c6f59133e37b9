package io.localstream.domain.failure;

/** The exit codes of the program, by kind of outcome; they are part of its public interface. */
public enum ExitCode {
  DONE(0),
  INTERNAL(1),
  USAGE(2),
  NETWORK(3),
  REFUSED(4),
  LOCAL_FILE(5),
  /** The transfer is complete but for some of its files, which are named. */
  INCOMPLETE(6),
  /** 128 + SIGINT, as shells report it. */
  INTERRUPTED(130),
  /** 128 + SIGPIPE: the reader of the results has closed the pipe, as {@code head} does. */
  PIPE_CLOSED(141);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process exit status, 0 to 255. */
  public int number() {
    return number;
  }
}
