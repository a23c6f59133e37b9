package io.localstream.adapters.persistence.files;

import io.localstream.domain.transfer.NameFault;
import io.localstream.domain.transfer.NameRules;
import io.localstream.domain.transfer.RelativePath;
import io.localstream.domain.transfer.Selection;

/**
 * Under which names something may be sent.
 *
 * @param portable whether only under such as every system can hold, and tells apart
 */
record SentNames(boolean portable) {
  static SentNames of(Selection selection) {
    return new SentNames(selection.portableNames());
  }

  /**
   * The path of something in the transfer.
   *
   * @param folder the path around it, with a slash behind it; empty for none
   * @throws IllegalArgumentException it can't be sent under that name, for this reason
   */
  RelativePath path(String folder, String name) {
    RelativePath path = new RelativePath(folder + name);
    if (portable) {
      NameRules.PORTABLE
          .fault(name)
          .map(NameFault::portability)
          .ifPresent(why -> {
            throw new IllegalArgumentException(why);
          });
    }
    return path;
  }

  /** What a name has in common with those that it can't be told from. */
  String key(String name) {
    return portable ? RelativePath.collisionKey(name) : name;
  }
}
