package io.localstream.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.domain.port.TransferLog;
import io.localstream.domain.port.contract.TransferLogContract;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination.ExistingFile;
import io.localstream.domain.transfer.Selection;
import io.localstream.domain.transfer.Transfer;
import io.localstream.domain.transfer.TransferTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonTransferLogTest extends TransferLogContract {
  @TempDir private Path folder;

  @Override
  protected TransferLog open() {
    return new JsonTransferLog(TestHome.in(folder));
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatWasKeptBeforeTheTermsWere(Transfer.Direction side) throws IOException {
    String document = Files.readString(Path.of("FORMATS.md"));
    int start = document.indexOf("{", document.indexOf("### transfers.json"));
    String example =
        document
            .substring(start, document.indexOf("```", start))
            .replaceFirst("(?s),\\s*\"terms\" : \\{.*?\n      \\}", "")
            .replace("RECEIVING", side.name());
    LocalStreamHome home = TestHome.in(folder);
    home.file("transfers.json").replace(example.getBytes());

    assertThat(new JsonTransferLog(home).all().getFirst().terms()).isEqualTo(usual(side));
  }

  private static TransferTerms usual(Transfer.Direction side) {
    return switch (side) {
      case SENDING ->
          new TransferTerms.Sending(Selection.ALL, ChunkSize.DEFAULT, false, Optional.empty());
      case RECEIVING ->
          new TransferTerms.Receiving(
              ExistingFile.KEEP, List.of(), List.of(), false, Optional.empty());
    };
  }
}
