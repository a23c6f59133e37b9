package io.localstream.adapters.socket;

/** How long a frame may be, in bytes after its length. */
interface FrameLimit {
  /** No frame is longer: judged by its length alone, before anything else is read. */
  int any();

  /**
   * How long this one may be. Asked once, when its first bytes are there, if it is longer than they
   * are.
   */
  int given(byte[] beginning);
}
