package io.localstream.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** HTTPS with TLS 1.3 and AES-256-GCM: curl, which fetches from an nginx that runs already. */
final class Https implements Courier {
  private static final String CIPHER = "TLS_AES_256_GCM_SHA384";
  private final Workshop workshop;
  private final Path folder;
  private final String port = Integer.toString(Workshop.freePort());

  Https(Workshop workshop) {
    this.workshop = workshop;
    this.folder = workshop.newFolder("web");
    Command.of(
            folder,
            ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
                    + " -keyout key.pem -out certificate.pem -days 2 -subj /CN=localhost"
                    + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1")
                .split(" "))
        .output();
    configure();
    Run server =
        Run.start(
            workshop,
            Command.of(
                folder, "nginx", "-p", folder.toString(), "-c", "nginx.conf", "-e", "error"));
    fetch(
            folder.getFileName() + "/nginx.conf",
            Path.of("/dev/null"),
            "--retry",
            "20",
            "--retry-connrefused")
        .end();
  }

  private void configure() {
    try {
      Files.writeString(
          folder.resolve("nginx.conf"),
          """
          user %s;
          daemon off;
          pid pid;
          worker_processes 1;
          events {}
          http {
            access_log off;
            sendfile on;
            client_body_temp_path temporary;
            server {
              listen 127.0.0.1:%s ssl;
              root %s;
              ssl_certificate certificate.pem;
              ssl_certificate_key key.pem;
              ssl_protocols TLSv1.3;
              ssl_conf_command Ciphersuites %s;
            }
          }
          """
              .formatted(System.getProperty("user.name"), port, workshop.folder(), CIPHER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run fetch(String path, Path target, String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("curl", "-sSf", "--tlsv1.3", "--tls13-ciphers", CIPHER, "--cacert"));
    words.add(folder.resolve("certificate.pem").toString());
    words.addAll(List.of(options));
    words.addAll(List.of("-o", target.toString(), "https://127.0.0.1:" + port + "/" + path));
    return Run.start(workshop, Command.of(folder, words));
  }

  @Override
  public Usage carry(Cargo cargo, List<Path> to) {
    Path source = cargo.only();
    Path target = to.getFirst().resolve(source.getFileName());
    try (Run run = fetch(workshop.folder().relativize(source).toString(), target)) {
      return run.end();
    }
  }
}
