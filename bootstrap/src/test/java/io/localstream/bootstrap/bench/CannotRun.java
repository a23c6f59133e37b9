package io.localstream.bootstrap.bench;

/** Why a row has no result; the message is shown in its place. */
final class CannotRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotRun(String why) {
    super(why);
  }

  CannotRun(String why, Throwable cause) {
    super(why, cause);
  }
}
