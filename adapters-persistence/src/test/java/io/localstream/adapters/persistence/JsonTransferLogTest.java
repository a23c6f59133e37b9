package io.localstream.adapters.persistence;

import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.contract.TransferLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonTransferLogTest extends TransferLogContract {
  @TempDir private Path folder;

  @Override
  protected TransferLog open() {
    return new JsonTransferLog(TestHome.in(folder));
  }
}
