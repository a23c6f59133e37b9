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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSessionStoreTest extends SessionStoreContract {
  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  @Override
  protected SessionStore open() {
    return new JsonSessionStore(new LocalStreamHome(folder.resolve("home"), warnings::add));
  }

  @Test
  void tellsOfManyDamagedSessionsInAFewLines() throws IOException {
    SessionStore store = open();
    for (int number = 1; number <= 40; number++) {
      store.save(session(number));
      Files.writeString(file(number), "damaged");
    }
    store.save(session(41));

    assertThat(store.all()).containsExactly(session(41));
    assertThat(store.all()).containsExactly(session(41));

    assertThat(warnings).hasSize(4);
    assertThat(warnings.getLast()).isEqualTo("37 more files in the folder sessions can't be read");
  }

  @Test
  void dropsTheOldestEndedSessionsNowAndThen() {
    SessionStore store = open();
    int last = SessionStore.KEPT.perDevice() + JsonSessionStore.DROPPED_AT_ONCE - 1;
    store.save(session(0, 1));
    for (int number = 1; number < last; number++) {
      store.save(session(number, 1).end(SampleDevices.NOW, false));
    }
    assertThat(store.all()).hasSize(last);

    store.save(session(last, 1).end(SampleDevices.NOW, false));

    assertThat(store.all())
        .extracting(Session::id)
        .hasSize(SessionStore.KEPT.perDevice() + 1)
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

    assertThat(store.all()).containsExactly(session(2));
    assertThat(warnings)
        .singleElement()
        .asString()
        .contains(session(1).id() + ".json is damaged (not JSON at line 1, a copy is kept as");
    assertFailsWith(FailureCode.STORE_DAMAGED, () -> store.save(session(1)));
    assertFailsWith(FailureCode.STORE_DAMAGED, () -> store.remove(session(1).id()));
    store.save(session(2).end(SampleDevices.NOW, false));

    assertThat(store.find(session(2).id())).contains(session(2).end(SampleDevices.NOW, false));
    assertThat(store.all()).containsExactly(session(2).end(SampleDevices.NOW, false));
    assertThat(warnings).hasSize(1);
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
    int last = SessionStore.KEPT.perDevice() + JsonSessionStore.DROPPED_AT_ONCE;
    for (int number = 1; number < last; number++) {
      store.save(session(number, 1).end(SampleDevices.NOW, false));
    }
    Files.writeString(file(1), "damaged");
    store.save(session(last, 1).end(SampleDevices.NOW, false));

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
