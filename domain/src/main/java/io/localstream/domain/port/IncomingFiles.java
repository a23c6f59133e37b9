package io.localstream.domain.port;

import io.localstream.domain.device.DeviceId;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.Manifest;
import io.localstream.domain.transfer.ReceptionPlan;
import io.localstream.domain.transfer.TransferId;

/** Where files that arrive are kept. Safe for several threads. */
public interface IncomingFiles {
  /**
   * Prepares to receive. What is written stays out of sight until it is committed. What an earlier
   * transfer of the same sender to the same folder has left of files that are the same by path,
   * size and modification time is gone on with. What the destination's {@link
   * io.localstream.domain.transfer.Picking} leaves out neither has to come nor is it told as
   * missing. An entry that would put a hidden name into a folder that exists already is left out
   * and told as missing, unless the destination's {@link io.localstream.domain.transfer.NamePolicy}
   * takes it; see {@link io.localstream.domain.transfer.HiddenNames}. What the destination can't
   * hold, by its {@link io.localstream.domain.transfer.NameRules}, is left out, saved under another
   * name or fails it, as that policy says; see {@link io.localstream.domain.transfer.NamePlan}. The
   * name of a single file that the person has chosen is not judged.
   *
   * @param destination a folder, for the manifest's own names; or, for a manifest of one file, the
   *     path of a file in an existing folder. If the path ends with a slash, or the manifest is not
   *     one file, a folder that is missing is made in an existing one, and removed again if nothing
   *     is received into it
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_EXISTS}: a name is taken
   *     and the destination says to keep what is there; {@code FILE_MISSING}: the folder is not
   *     there and not made; {@code NO_SPACE}: what is still to come does not fit; {@code
   *     NAME_HIDDEN}: all of it is left out for that reason; or as {@link IncomingTree#write}
   */
  IncomingTree open(
      TransferId transfer, DeviceId sender, Manifest manifest, Destination destination);

  /**
   * Tells what {@link #open} would do, and what of an earlier transfer would be gone on with. Looks
   * only: nothing is created, changed or removed, and what exists already or does not fit is told,
   * not thrown. Hidden names that would come into folders that exist are told by {@link
   * ReceptionPlan#cautions}, whether they are taken or not.
   *
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_MISSING}: the folder is
   *     not there and would not be made
   */
  ReceptionPlan plan(DeviceId sender, Manifest manifest, Destination destination);

  /**
   * Removes what an unfinished transfer left there; nothing where it is not there, or is not this
   * device's.
   *
   * @param remains the folder with what has arrived
   * @throws io.localstream.domain.failure.LocalStreamException {@code FILE_UNWRITABLE}
   */
  void discard(TransferId transfer, FileReference remains);
}
