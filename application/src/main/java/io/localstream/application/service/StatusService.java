package io.localstream.application.service;

import io.localstream.application.conversation.LiveSession;
import io.localstream.application.usecase.ShowStatus;
import io.localstream.domain.connection.Connection;
import io.localstream.domain.connection.SavedConnection;
import io.localstream.domain.port.ConnectionStore;
import io.localstream.domain.port.IdentityVault;
import io.localstream.domain.port.SettingsStore;
import java.util.List;

/** Tells how this device stands. Thread-safe. */
public final class StatusService implements ShowStatus {
  private final IdentityVault identity;
  private final SettingsStore settings;
  private final ConnectionStore store;
  private final Activity activity;

  /** What goes on in this process. */
  public record Activity(Switchboard switchboard, TransferBook book) {}

  public StatusService(
      IdentityVault identity, SettingsStore settings, ConnectionStore store, Activity activity) {
    this.identity = identity;
    this.settings = settings;
    this.store = store;
    this.activity = activity;
  }

  @Override
  public ShowStatus.Result show() {
    List<Connection> open = activity.switchboard().connections();
    List<SavedConnection> saved =
        store.all().stream().filter(kept -> open.stream().noneMatch(kept::isOpenAs)).toList();
    return new ShowStatus.Result(
        settings.deviceName(),
        identity.identity(),
        open,
        saved,
        activity.switchboard().sessions().stream().map(LiveSession::session).toList(),
        activity.book().all());
  }
}
