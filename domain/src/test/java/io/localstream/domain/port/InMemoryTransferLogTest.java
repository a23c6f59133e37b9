package io.localstream.domain.port;

import io.localstream.domain.port.contract.TransferLogContract;
import io.localstream.domain.port.fake.InMemoryTransferLog;

class InMemoryTransferLogTest extends TransferLogContract {
  private final TransferLog log = new InMemoryTransferLog();

  @Override
  protected TransferLog open() {
    return log;
  }
}
