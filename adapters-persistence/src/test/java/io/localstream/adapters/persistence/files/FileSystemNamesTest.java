package io.localstream.adapters.persistence.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.transfer.NameRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "nfs4", "fuse.sshfs"})
  void holdWhateverAPathCanBe(String type) {
    assertThat(FileSystemNames.of(type, "/dev/sda1").holdAll()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "vfat, /dev/sdb1",
    "exfat, /dev/sdb1",
    "ntfs3, /dev/sdb1",
    "fuseblk, /dev/sdb1",
    "cifs, //host/share",
    "smbfs, //host/share",
    "vboxsf, shared",
    "9p, C:\\",
    "9p, drvfs"
  })
  void holdWhatIsPortable(String type, String device) {
    assertThat(FileSystemNames.of(type, device)).isEqualTo(NameRules.PORTABLE);
  }

  @Test
  void foldOnMacOs() {
    assertThat(FileSystemNames.of("apfs", "/dev/disk1").folding()).isTrue();
    assertThat(FileSystemNames.of("apfs", "/dev/disk1").portable()).isFalse();
  }

  @Test
  void holdWhateverTheHostOfAMachineDoes() {
    assertThat(FileSystemNames.of("9p", "hostshare").holdAll()).isTrue();
  }

  @Test
  void holdShorterNamesWhereTheyAreEncrypted() {
    assertThat(FileSystemNames.of("ecryptfs", "/home/.ecryptfs").maxBytes()).isEqualTo(143);
  }
}
