package io.localstream.domain.message;

/** How far two devices are with each other. It decides how long a message may be. */
public enum ConversationStage {
  /** Not both sides have said READY, so the other end may be a stranger: messages are short. */
  INTRODUCTION,

  /** The session is open: the messages about many files may be long. */
  SESSION
}
