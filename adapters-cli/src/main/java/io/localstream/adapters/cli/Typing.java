package io.localstream.adapters.cli;

/** How a line is typed. */
enum Typing {
  /** As it is; the answer to a question. */
  ANSWER,
  /** As it is, with the words of codes completed by Tab. */
  CODE,
  /** Unseen. */
  SECRET
}
