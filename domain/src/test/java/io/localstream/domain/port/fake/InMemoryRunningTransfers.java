package io.localstream.domain.port.fake;

import io.localstream.domain.port.RunningTransfers;
import io.localstream.domain.transfer.RunningTransfer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link RunningTransfers} whose programs are objects. Safe for several threads. */
public final class InMemoryRunningTransfers implements RunningTransfers {
  private final Map<Object, List<RunningTransfer>> told;

  /** A program alone. */
  public InMemoryRunningTransfers() {
    this(new ConcurrentHashMap<>());
  }

  private InMemoryRunningTransfers(Map<Object, List<RunningTransfer>> told) {
    this.told = told;
  }

  /** Another program of the same home. */
  public InMemoryRunningTransfers another() {
    return new InMemoryRunningTransfers(told);
  }

  @Override
  public void tell(List<RunningTransfer> running) {
    told.put(this, List.copyOf(running));
  }

  @Override
  public List<RunningTransfer> others() {
    return told.entrySet().stream()
        .filter(program -> program.getKey() != this)
        .flatMap(program -> program.getValue().stream())
        .toList();
  }
}
