package io.localstream.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.localstream.application.usecase.ConnectToPeer;
import io.localstream.application.usecase.OfferReview;
import io.localstream.application.usecase.OpenConnection;
import io.localstream.application.usecase.ReceiveFiles;
import io.localstream.application.usecase.SendFiles;
import io.localstream.domain.connection.PeerLimit;
import io.localstream.domain.network.Endpoint;
import io.localstream.domain.network.HostAddress;
import io.localstream.domain.transfer.ChunkSize;
import io.localstream.domain.transfer.Destination;
import io.localstream.domain.transfer.FileReference;
import io.localstream.domain.transfer.LaneCount;
import io.localstream.domain.transfer.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the arguments of each command may be typed, and what is said about mistakes. */
class ArgumentsTest {
  private final ProgramRig rig = new ProgramRig();

  @Nested
  class Forms {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "add_connection 8080 10",
          "add-connection 8080 10",
          "add_connection --port 8080 --max-connections 10",
          "add_connection --max_connections=10 --port=8080",
          "add_connection 8080 --max-connections 10",
          "add_connection --port 8080 10",
          "add_connection --max-connections 10 8080",
          "add_connection -q 8080 --verbose 10 -y",
          "  'add_connection'\t\"8080\" 10   # on the kitchen's laptop"
        })
    void ofAddConnection(String line) {
      assertThat(rig.runWithInput(line)).isZero();
      assertThat(rig.device().commands)
          .containsExactly(
              new OpenConnection.Command(Optional.empty(), 8080, new PeerLimit(10), true));
    }

    @Test
    void addConnectionTakesOnePeerUnlessToldOtherwise() {
      rig.runWithInput("add_connection 8080");

      assertThat(rig.device().commands)
          .containsExactly(
              new OpenConnection.Command(Optional.empty(), 8080, new PeerLimit(1), true));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "add_local_connection 192.168.1.1 8080 10",
          "add_local_connection --max-connections 10 192.168.1.1 --port 8080"
        })
    void ofAddLocalConnection(String line) {
      rig.runWithInput(line);

      assertThat(rig.device().commands)
          .containsExactly(
              new OpenConnection.Command(
                  Optional.of(new HostAddress("192.168.1.1")), 8080, new PeerLimit(10), true));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "connect 192.168.1.9 8080",
          "connect --port 8080 192.168.1.9",
          "connect --host 192.168.1.9 --port 8080"
        })
    void ofConnect(String line) {
      rig.runWithInput(line);

      assertThat(rig.device().commands).containsExactly(dialling("192.168.1.9"));
    }

    @Test
    void connectTakesIpv6WithAndWithoutBrackets() {
      rig.runWithInput("connect ::1 8080", "--keep-going");
      assertThat(rig.device().commands).containsExactly(dialling("::1"));

      rig.runWithInput("connect [::1] 8080", "--keep-going");
      assertThat(rig.device().commands).containsExactly(dialling("::1"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            send_file 8080 a b 512          | a b      | 524288
            send_file 8080 a b              | a b      | 1048576
            send_file 8080 512              | 512      | 1048576
            send_file 8080 512 2M           | 512      | 2097152
            send_file 8080 a --to x b 64K   | a b      | 65536
            send_file 8080 a 512 --chunk-size 64K | a 512 | 65536
            send_file 8080 a ./512          | a ./512  | 1048576
            send_file 8080 a 2024-01-01     | a 2024-01-01 | 1048576
            """)
    void ofSeveralFilesAndAChunkSize(String line, String files, int chunkBytes) {
      rig.runWithInput("add_connection 8080\n" + line);

      SendFiles.Command command = (SendFiles.Command) rig.device().commands.getLast();
      assertThat(command.files())
          .extracting(FileReference::value)
          .containsExactly(files.split(" "));
      assertThat(command.chunkSize().bytes()).isEqualTo(chunkBytes);
    }

    @Test
    void takeAWordForAFileWhereThereIsOne(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("512"), "");
      List<FileReference> words =
          List.of(new FileReference("a"), new FileReference(file.toString()));

      assertThat(FilesAndChunkSize.of(words, Optional.empty()).files()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "send_file 8080 a b --exclude *.log --exclude=/build/ --gitignore --follow-links",
          "send_file --exclude '*.log' --follow_links 8080 --gitignore a b --exclude /build/"
        })
    void ofWhatIsSentOfFolders(String line) {
      rig.runWithInput("add_connection 8080\n" + line);

      SendFiles.Command command = (SendFiles.Command) rig.device().commands.getLast();
      assertThat(command.files()).hasSize(2);
      assertThat(command.selection())
          .isEqualTo(new Selection(List.of("*.log", "/build/"), true, true));
    }

    @Test
    void ofWhatIsSentOfFoldersOneShot() {
      rig.run("send", "a", "--exclude", "!x", "b", "--yes", "--to", "10.0.0.1:80", "--gitignore");

      SendFiles.Command command = (SendFiles.Command) rig.device().commands.getLast();
      assertThat(command.files()).hasSize(2);
      assertThat(command.selection()).isEqualTo(new Selection(List.of("!x"), true, false));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "send_file 8080 'a b.txt' 2048 --to anna --wait 5m --lanes 3",
          "send_file --lanes=3 --wait=300 --to=anna 8080 --file-path 'a b.txt' 2048",
          "send-file 8080 a\\ b.txt --chunk_size 2M --wait 300s --to anna --lanes 3",
          "send_file --chunk-size 2M 8080 'a b.txt' --to anna --wait 5m --lanes 3"
        })
    void ofSendFile(String line) {
      rig.runWithInput("add_connection 8080\n" + line);

      assertThat(rig.device().commands)
          .last()
          .isEqualTo(
              new SendFiles.Command(
                  8080,
                  List.of(new FileReference("a b.txt")),
                  Selection.ALL,
                  new ChunkSize(2 << 20),
                  Optional.of(new LaneCount(3)),
                  Optional.of("anna"),
                  false,
                  Duration.ofMinutes(5),
                  false));
    }

    @ParameterizedTest
    @CsvSource({
      "receive_file x --wait 0 --yes,KEEP,true",
      "receive_file --file-save-path x --wait 0 --overwrite,OVERWRITE,false",
      "receive-file --file_save_path=x --wait 0 --rename -y,RENAME,true",
      "receive_file x --wait 0 --existing newer,NEWER,false",
      "receive_file x --wait 0 --existing backup,BACKUP,false"
    })
    void ofReceiveFile(String line, Destination.ExistingFile ifExists, boolean approved) {
      rig.runWithInput(line);

      OfferReview any = OfferReview.taking(new Destination(new FileReference("x"), ifExists));
      assertThat(rig.device().commands)
          .map(command -> ((ReceiveFiles.Command) command).reviewedBy(any))
          .containsExactly(
              new ReceiveFiles.Command(
                  new Destination(new FileReference("x"), ifExists),
                  Optional.empty(),
                  Duration.ZERO,
                  Optional.empty(),
                  false,
                  approved,
                  any));
    }

    @Test
    void wordsAfterTwoDashesAreArguments() {
      rig.runWithInput("add_connection 8080\nsend_file 8080 -- --strange-name");

      assertThat(rig.device().commands)
          .last()
          .extracting(command -> ((SendFiles.Command) command).files())
          .isEqualTo(List.of(new FileReference("--strange-name")));
    }
  }

  private static ConnectToPeer.Command dialling(String host) {
    return new ConnectToPeer.Command(
        Endpoint.of(host, 8080), Optional.empty(), Optional.empty(), true);
  }

  @Nested
  class Mistakes {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            add_connection                         | PORT is missing (see 'help add_connection')
            add_connection 0                       | PORT '0': a port is a number from 1 to 65535 (see 'help add_connection')
            add_connection -1                      | PORT '-1': a port is a number from 1 to 65535 (see 'help add_connection')
            add_connection 65536                   | PORT '65536': a port is a number from 1 to 65535 (see 'help add_connection')
            add_connection http                    | PORT 'http': a port is a number from 1 to 65535 (see 'help add_connection')
            add_connection 80 0                    | MAX_CONNECTIONS '0': the limit of connections is a number from 1 to 1000 (see 'help add_connection')
            add_connection 80 many                 | MAX_CONNECTIONS 'many': the limit of connections is a number from 1 to 1000 (see 'help add_connection')
            add_connection 80 1 2                  | '2' is one argument too many (see 'help add_connection')
            add_connection 80 --port 81            | --port is given twice (see 'help add_connection')
            add_connection --port                  | --port needs a value: PORT (see 'help add_connection')
            add_connection 80 --yes=no             | --yes takes no value (see 'help add_connection')
            add_connection 80 --max-conections 2   | there is no option --max-conections, did you mean '--max-connections'? (see 'help add_connection')
            add_local_connection 10.0.0.1          | PORT and MAX_CONNECTIONS are missing (see 'help add_local_connection')
            add_local_connection a/b 80 1          | HOST 'a/b': a host is a name such as laptop.local or an address such as 192.168.1.7 or fe80::1%2 (see 'help add_local_connection')
            del_connection                         | PORT is missing (see 'help del_connection')
            connect 192.168.1.9                    | PORT is missing (see 'help connect')
            send_file 8080                         | FILE_PATH is missing (see 'help send_file')
            send_file 8080 ''                      | FILE_PATH '': a path can't be empty (see 'help send_file')
            send_file 8080 x 1G                    | CHUNK_SIZE '1G': a chunk size is a number of KiB such as 1024, or has a unit such as 64K or 4M (see 'help send_file')
            send_file 8080 x --exclude             | --exclude needs a value: PATTERN (see 'help send_file')
            send_file 8080 x --wait soon           | DURATION 'soon': a time is written 30 or 30s (seconds), 5m, 1h or 30d (see 'help send_file')
            receive_file                           | FILE_SAVE_PATH is missing (see 'help receive_file')
            receive_file x --overwrite --rename    | give one of --existing, --overwrite and --rename (see 'help receive_file')
            receive_file x --existing never        | --existing is keep, overwrite, rename, skip, newer, different, backup or ask (see 'help receive_file')
            statsu                                 | there is no command 'statsu', did you mean 'status'? (see 'help')
            help conect                            | there is no command 'conect', did you mean 'connect'? (see 'help')
            status now                             | 'now' is one argument too many (see 'help status')
            status --home x                        | --home is for the start: localstream --home DIR (see 'help')
            --keep-going version                   | --keep-going is for the start: localstream --keep-going (see 'help')
            status --no-announce                   | --no-announce is for the start: localstream --no-announce (see 'help')
            status --passphrase-file x             | --passphrase-file is for the start: localstream --passphrase-file FILE (see 'help')
            connect 10.0.0.1 80 --wait 1s          | --wait goes with the name of a known device (see 'help connect')
            connect anna --code                    | PORT is missing (see 'help connect')
            connect a/b 80                         | HOST 'a/b': a host is a name such as laptop.local or an address such as 192.168.1.7 or fe80::1%2 (see 'help connect')
            pair --wait 1s                         | --wait goes with CODE (see 'help pair')
            pair 7 a b c --port 80                 | --port is for making a code, without CODE (see 'help pair')
            trust                                  | say what to do: trust list, trust show, trust forget, trust revoke, trust rename, trust replace (see 'help trust')
            trust shwo anna                        | there is no command 'trust shwo', did you mean 'show'? (see 'help trust')
            trust show                             | NAME is missing (see 'help trust show')
            trust list anna                        | 'anna' is one argument too many (see 'help trust list')
            trust replace anna 0123                | a fingerprint has 64 hexadecimal digits, not 4 (see 'help trust replace')
            trust rename anna                      | NEW is missing (see 'help trust rename')
            trust rename anna ''                   | NEW '': a device name can't be empty (see 'help trust rename')
            sessions                               | say what to do: sessions list, sessions show, sessions restore, sessions forget (see 'help sessions')
            identity                               | say what to do: identity show, identity protect, identity unprotect, identity rotate, identity export (see 'help identity')
            settings announce maybe                | announcing is on or off (see 'help settings announce')
            settings nme x                         | there is no command 'settings nme', did you mean 'name'? (see 'help settings')
            doctor --port 0                        | PORT '0': a port is a number from 1 to 65535 (see 'help doctor')
            help trust shwo                        | there is no command 'trust shwo', did you mean 'show'? (see 'help trust')
            send_file 8080 "x                      | a quote (") is not closed (see 'help')
            --yes                                  | name a command (see 'help')
            send x --port 1                        | send does not work in the shell: use send_file here (see 'help send')
            """)
    void areToldInOneLineWithAHint(String line, String said) {
      assertThat(rig.runWithInput(line)).isEqualTo(2);
      assertThat(rig.err()).containsExactly("localstream: " + said);
      assertThat(rig.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        textBlock =
            """
            send ; FILE is missing (see 'help send')
            send x --port 1 --to a:1 ; give --port PORT or --to, not both (see 'help send')
            send x --to 10.0.0.1 ; NAME|HOST:PORT '10.0.0.1': write HOST:PORT, for example 192.168.1.7:8080 (see 'help send')
            send x --to a:b ; NAME|HOST:PORT 'a:b': a port is a number from 1 to 65535 (see 'help send')
            send x --host b ; --host goes with --port only (see 'help send')
            send x --to a:1 --host b ; --host goes with --port only (see 'help send')
            receive x --from a:1 --port 1 ; give --port PORT or --from, not both (see 'help receive')
            receive --code 1 --code-file x ; give --code-file or --code, not both (see 'help receive')
            receive --code 1 --port 1 ; a code goes with --from HOST:PORT or alone (see 'help receive')
            receive --code 1 --from anna ; a known device needs no code (see 'help receive')
            --restore --no-restore ; give --restore or --no-restore, not both (see 'help')
            --passphrase-fd 3 --passphrase-file x ; give --passphrase-file or --passphrase-fd, not both (see 'help')
            pair ; pair works in the shell only: use 'localstream send FILE' here and 'localstream receive' there (see 'help pair')
            status --keep-going ; there is no option --keep-going (see 'help status')
            --keep-going status ; --keep-going, --restore and --no-restore are for the shell, without a command (see 'help')
            --restore status ; --keep-going, --restore and --no-restore are for the shell, without a command (see 'help')
            --what ; there is no option --what (see 'help')
            connect a 1 ; connect works in the shell only: start localstream, or use 'localstream send FILE --to HOST:PORT' (see 'help connect')
            exit ; exit works in the shell only: start localstream (see 'help exit')
            """)
    void areToldInOneLineOneShot(String line, String said) {
      assertThat(rig.run(line.split(" "))).isEqualTo(2);
      assertThat(rig.err()).containsExactly("localstream: " + said);
      assertThat(rig.devices).isEmpty();
    }
  }
}
