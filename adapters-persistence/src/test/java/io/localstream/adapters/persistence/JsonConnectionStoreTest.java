package io.localstream.adapters.persistence;

import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.contract.ConnectionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonConnectionStoreTest extends ConnectionStoreContract {
  @TempDir private Path folder;

  @Override
  protected ConnectionStore open() {
    return new JsonConnectionStore(TestHome.in(folder));
  }
}
