package io.localstream.domain.port.contract;

import static io.localstream.domain.port.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.localstream.domain.failure.FailureCode;
import io.localstream.domain.port.ScratchFile;
import io.localstream.domain.port.ScratchFiles;
import io.localstream.domain.transfer.FileReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ScratchFiles} promises. */
public abstract class ScratchFilesContract {
  private static final int LENGTH = 300_001;
  private static final int MAX = 400_000;

  protected abstract ScratchFiles open();

  /** A folder that is there and empty when a test begins. */
  protected abstract FileReference folder();

  /** A folder that is not there. */
  protected abstract FileReference missing();

  /** The names of everything in the folder, hidden or not. */
  protected abstract List<String> names();

  private static byte[] content() {
    byte[] bytes = new byte[LENGTH];
    new Random(LENGTH).nextBytes(bytes);
    return bytes;
  }

  private ScratchFile written(byte[] content) {
    ScratchFile file = open().create(folder(), MAX);
    file.write(0, ByteBuffer.wrap(content));
    file.force();
    return file;
  }

  private static byte[] read(ScratchFile file, long offset, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length + 3).position(1).limit(length + 1);
    file.read(offset, buffer);
    assertThat(buffer.position()).isEqualTo(length + 1);
    byte[] bytes = new byte[length];
    buffer.get(1, bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "0,300001",
    "0,0",
    "0,1",
    "1,4096",
    "4095,2",
    "4096,4096",
    "123457,76543",
    "300000,1"
  })
  void readsWhatWasWritten(int offset, int length) {
    byte[] content = content();
    try (ScratchFile file = written(content)) {
      byte[] expected = new byte[length];
      System.arraycopy(content, offset, expected, 0, length);

      assertThat(read(file, offset, length)).isEqualTo(expected);
    }
  }

  @Test
  void isWrittenInAnyOrderAndAgain() {
    try (ScratchFile file = open().create(folder(), MAX)) {
      file.write(2, ByteBuffer.wrap(new byte[] {3, 4}));
      file.write(0, ByteBuffer.wrap(new byte[] {9, 2}));
      file.write(0, ByteBuffer.wrap(new byte[] {1}));

      assertThat(read(file, 0, 4)).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void writesWhatRemainsInTheBuffer() {
    try (ScratchFile file = open().create(folder(), MAX)) {
      ByteBuffer data = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}).position(1).limit(3);

      file.write(0, data);

      assertThat(data.remaining()).isZero();
      assertThat(read(file, 0, 2)).containsExactly(1, 2);
      assertThatIllegalArgumentException().isThrownBy(() -> read(file, 0, 3));
    }
  }

  @Test
  void becomesNoLongerThanItMay() {
    try (ScratchFile file = open().create(folder(), 10)) {
      file.write(0, ByteBuffer.allocate(10));

      assertThatIllegalArgumentException().isThrownBy(() -> file.write(1, ByteBuffer.allocate(10)));
      assertThatIllegalArgumentException().isThrownBy(() -> file.write(-1, ByteBuffer.allocate(1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> file.write(Long.MAX_VALUE, ByteBuffer.allocate(1)));
      assertThatIllegalArgumentException().isThrownBy(() -> read(file, 10, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> read(file, -1, 1));
    }
  }

  @Test
  void isRemovedWhenItIsClosedAndNothingElseIs() {
    ScratchFile first = open().create(folder(), MAX);
    ScratchFile second = open().create(folder(), MAX);
    assertThat(names()).hasSizeLessThanOrEqualTo(2).allMatch(name -> name.startsWith("."));
    second.write(0, ByteBuffer.wrap(new byte[] {5}));

    first.close();
    assertThat(read(second, 0, 1)).containsExactly(5);
    second.close();
    second.close();

    assertThat(names()).isEmpty();
  }

  @Test
  void tellsItsFolder() {
    try (ScratchFile file = open().create(folder(), MAX)) {
      assertThat(file.describe()).contains(folder().value()).hasLineCount(1);
    }
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertFails(FailureCode.FILE_MISSING, () -> open().create(missing(), MAX));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertFails(FailureCode.NO_SPACE, () -> open().create(folder(), Long.MAX_VALUE));
    assertThat(names()).isEmpty();
  }
}
