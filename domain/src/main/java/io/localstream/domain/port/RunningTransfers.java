package io.localstream.domain.port;

import io.localstream.domain.transfer.RunningTransfer;
import java.util.List;

/**
 * What runs in the programs of one home, so that each can show what runs in the others. It is a
 * service to people and never fails: what can't be told or read is left out. Safe for several
 * threads and processes.
 */
public interface RunningTransfers {
  /**
   * Tells the others what runs in this program, in the place of what it told before. That holds
   * until it tells something else or ends, in whatever way.
   */
  void tell(List<RunningTransfer> running);

  /** What the other programs have told; nothing of one that has ended. In no order. */
  List<RunningTransfer> others();
}
