package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.port.contract.SessionStoreContract;
import io.localstream.domain.session.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSessionStoreTest extends SessionStoreContract {
  @TempDir private Path folder;

  @Override
  protected SessionStore open() {
    return new JsonSessionStore(TestHome.in(folder));
  }

  @Test
  void dropsTheOldestEndedSessions() {
    SessionStore store = open();
    int tooMany = SessionStore.KEPT_SESSIONS + 2;
    store.save(session(0));
    for (int number = 1; number <= tooMany; number++) {
      store.save(session(number).end(SampleDevices.NOW, false));
    }

    assertThat(store.all())
        .extracting(Session::id)
        .hasSize(SessionStore.KEPT_SESSIONS + 1)
        .startsWith(session(0).id(), session(3).id())
        .endsWith(session(tooMany).id());
  }
}
