package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.failure.LocalStreamException;
import io.localstream.domain.port.SessionStore;
import io.localstream.domain.port.contract.SampleDevices;
import io.localstream.domain.port.contract.SessionStoreContract;
import io.localstream.domain.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSessionStoreTest extends SessionStoreContract {
  @TempDir private Path folder;

  @Override
  protected SessionStore open() {
    return new JsonSessionStore(TestHome.in(folder));
  }

  @Test
  void dropsTheOldestEndedSessionsNowAndThen() {
    SessionStore store = open();
    int last = SessionStore.KEPT_SESSIONS + JsonSessionStore.DROPPED_AT_ONCE - 1;
    store.save(session(0));
    for (int number = 1; number < last; number++) {
      store.save(session(number).end(SampleDevices.NOW, false));
    }
    assertThat(store.all()).hasSize(last);

    store.save(session(last).end(SampleDevices.NOW, false));

    assertThat(store.all())
        .extracting(Session::id)
        .hasSize(SessionStore.KEPT_SESSIONS + 1)
        .startsWith(session(0).id(), session(JsonSessionStore.DROPPED_AT_ONCE).id())
        .endsWith(session(last).id());
  }

  @Test
  void leavesTheFilesOfOtherSessionsAsTheyAre() throws IOException {
    SessionStore store = open();
    store.save(session(1));
    FileTime longAgo = FileTime.from(SampleDevices.NOW);
    Files.setLastModifiedTime(file(1), longAgo);

    store.save(session(2));
    store.remove(session(3).id());

    assertThat(Files.getLastModifiedTime(file(1))).isEqualTo(longAgo);
  }

  @Test
  void keepsADamagedSessionAsideAndGoesOnWithTheOthers() throws IOException {
    SessionStore store = open();
    store.save(session(1));
    store.save(session(2));
    Files.writeString(file(1), "damaged");

    assertFailsWith(FailureCode.STORE_DAMAGED, store::all);
    assertFailsWith(FailureCode.STORE_DAMAGED, () -> store.save(session(1)));
    assertFailsWith(FailureCode.STORE_DAMAGED, () -> store.remove(session(1).id()));
    store.save(session(2).end(SampleDevices.NOW, false));

    assertThat(store.find(session(2).id())).contains(session(2).end(SampleDevices.NOW, false));
    assertThat(file(1)).hasContent("damaged");
    try (Stream<Path> files = Files.list(file(1).getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith(session(1).id() + ".json.damaged-"))
          .hasSize(1);
    }
    Files.delete(file(1));
    assertThat(store.all()).hasSize(1);
  }

  @Test
  void dropsTheOldestOfThoseThatCanBeRead() throws IOException {
    SessionStore store = open();
    int last = SessionStore.KEPT_SESSIONS + JsonSessionStore.DROPPED_AT_ONCE;
    for (int number = 1; number < last; number++) {
      store.save(session(number).end(SampleDevices.NOW, false));
    }
    Files.writeString(file(1), "damaged");
    store.save(session(last).end(SampleDevices.NOW, false));

    assertThat(file(2)).doesNotExist();
    assertThat(file(1)).hasContent("damaged");
    assertThat(store.find(session(last).id())).isPresent();
  }

  @Test
  void doesNotLookAtFilesOfOtherNames() throws IOException {
    SessionStore store = open();
    store.save(session(1));

    Files.writeString(file(1).resolveSibling("notes.json"), "mine");
    Files.writeString(file(1).resolveSibling("." + session(1).id() + ".json.new"), "{ half");

    assertThat(store.all()).containsExactly(session(1));
  }

  private Path file(int number) {
    return folder.resolve("home").resolve("sessions").resolve(session(number).id() + ".json");
  }

  private static void assertFailsWith(FailureCode code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .asInstanceOf(type(LocalStreamException.class))
        .extracting(LocalStreamException::code)
        .isEqualTo(code);
  }
}
