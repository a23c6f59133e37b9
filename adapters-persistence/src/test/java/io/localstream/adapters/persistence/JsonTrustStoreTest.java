package io.localstream.adapters.persistence;

import io.localstream.domain.port.TrustStore;
import io.localstream.domain.port.contract.TrustStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonTrustStoreTest extends TrustStoreContract {
  @TempDir private Path folder;

  @Override
  protected TrustStore open() {
    return new JsonTrustStore(TestHome.in(folder));
  }
}
