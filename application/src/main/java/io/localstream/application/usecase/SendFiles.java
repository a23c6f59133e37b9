package io.localstream.application.usecase;

import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Offers files to the peers of a connection, from whichever side, and sends them. */
public interface SendFiles {
  /**
   * Makes sure that files can be sent, before anybody is waited for.
   *
   * @throws io.localstream.domain.failure.LocalStreamException as {@link
   *     io.localstream.domain.port.OutgoingFiles#open}
   */
  void requireReadable(List<FileReference> files, Selection selection);

  /**
   * Starts one transfer to each peer. The files are opened before it returns.
   *
   * @return at least one transfer, each still to be accepted by its receiver
   * @throws io.localstream.domain.failure.LocalStreamException {@code NO_SUCH_CONNECTION}, {@code
   *     NO_PEER} (none came within the wait), {@code NO_SUCH_PEER}, or as {@link
   *     io.localstream.domain.port.OutgoingFiles#open}
   * @throws InterruptedException when the caller gives up waiting for a peer
   */
  List<OngoingTransfer> send(Command command) throws InterruptedException;

  /**
   * What to send, and to whom.
   *
   * @param port the port of a listening or a dialled connection
   * @param selection what of folders is sent
   * @param lanes over how many data connections; empty for as many as suit the way
   * @param to name, identifier or the beginning of an identifier of the one peer to send to; empty
   *     for all
   * @param verify whether everything is read once more at the end, on both sides, and compared
   * @param waitForPeer how long to wait for a peer where there is none; zero not to wait
   * @param note whether it is a short text to be read at once, as in {@link
   *     io.localstream.domain.transfer.Offer}
   */
  record Command(
      int port,
      List<FileReference> files,
      Selection selection,
      ChunkSize chunkSize,
      Optional<LaneCount> lanes,
      Optional<String> to,
      boolean verify,
      Duration waitForPeer,
      boolean note) {
    public Command {
      files = List.copyOf(files);
      Objects.requireNonNull(selection);
      Objects.requireNonNull(chunkSize);
      Objects.requireNonNull(lanes);
      Objects.requireNonNull(to);
      Objects.requireNonNull(waitForPeer);
      if (files.isEmpty()) {
        throw new IllegalArgumentException("say which file to send");
      }
    }

    /** Files and folders. */
    public Command(
        int port,
        List<FileReference> files,
        Selection selection,
        ChunkSize chunkSize,
        Optional<LaneCount> lanes,
        Optional<String> to,
        Duration waitForPeer) {
      this(port, files, selection, chunkSize, lanes, to, false, waitForPeer, false);
    }
  }
}
