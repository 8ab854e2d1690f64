package org.stipple.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.clinic.ServeSettings;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;

class ServeCommandTest {

    @TempDir
    private Path directory;

    private static ServeSettings settings(String... words) {
        var command = new ServeCommand();
        new CommandLine(command).parseArgs(words);
        return command.settings();
    }

    @Test
    void servesOnThisMachineAloneUnlessToldOtherwise() {
        ServeSettings usual = settings();
        assertThat(usual.address()).isEqualTo("127.0.0.1");
        assertThat(usual.port()).isEqualTo(8080);
        assertThat(usual.demo()).isFalse();
        assertThat(usual.dataDirectory()).endsWithRaw(Path.of("stipple"));
        assertThat(usual.baseUrl()).isEmpty();
        assertThat(usual.tls()).isEmpty();
        assertThat(usual.databaseUrl()).isEmpty();
        assertThat(usual.trustedProxy()).isFalse();
        assertThat(usual.longestSignIn()).hasHours(12);
        assertThat(settings("--sign-in-hours", "8").longestSignIn()).hasHours(8);
    }

    @Test
    void givesTheDemoADirectoryOfItsOwn() {
        assertThat(settings("--demo").dataDirectory()).endsWithRaw(Path.of("stipple-demo"));
        assertThat(settings("--demo", "--data", "elsewhere").dataDirectory()).isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void listensForTheNetworkWithCertificatesOrBehindAProxyWithThem() throws IOException {
        Path certificate = Files.writeString(directory.resolve("chain.pem"), "certificate");
        Path key = Files.writeString(directory.resolve("key.pem"), "key");
        var tls = settings("--address", "0.0.0.0", "--tls", certificate.toString(), key.toString(), "--port", "443");
        assertThat(tls.tls()).contains(new ServeSettings.Tls(certificate, key));
        assertThat(tls.port()).isEqualTo(443);
        var proxy = settings("--address", "0.0.0.0", "--trusted-proxy", "--base-url", "https://clinic.example");
        assertThat(proxy.baseUrl()).contains(URI.create("https://clinic.example"));
        assertThat(proxy.trustedProxy()).isTrue();
    }

    @Test
    void namesASignOnServiceAndTheFileWithItsSecret() throws IOException {
        Path secret = secret("hidden", "rw-------");
        var service = settings(
                        "--base-url",
                        "https://clinic.example",
                        "--oidc",
                        "https://login.example/realm",
                        "stipple",
                        "--oidc-secret",
                        secret.toString())
                .signOn();
        assertThat(service)
                .contains(new ServeSettings.SignOn(URI.create("https://login.example/realm"), "stipple", secret));
        assertThat(settings().signOn()).isEmpty();
        assertThat(settings(
                                "--base-url",
                                "http://localhost:8080",
                                "--oidc",
                                "http://127.0.0.1:9000",
                                "stipple",
                                "--oidc-secret",
                                secret.toString())
                        .signOn())
                .isPresent();
    }

    @Test
    void refusesASecretThatOthersCanReadOrThatIsNone() throws IOException {
        for (Path file : new Path[] {
            secret("hidden", "rw-r-----"),
            secret("hidden", "rw----r--"),
            secret(" ", "rw-------"),
            directory.resolve("none")
        }) {
            assertThatThrownBy(() -> settings(
                            "--base-url",
                            "https://clinic.example",
                            "--oidc",
                            "https://login.example",
                            "stipple",
                            "--oidc-secret",
                            file.toString()))
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("--oidc-secret: was ")
                    .hasMessageNotContaining("hidden");
        }
    }

    private Path secret(String words, String permissions) throws IOException {
        Path file = Files.createTempFile(directory, "oidc", "");
        Files.writeString(file, words);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --address 0.0.0.0                                        | --address: was 0.0.0.0
                    --address 0.0.0.0 --trusted-proxy                        | --address: was 0.0.0.0
                    --address 0.0.0.0 --base-url https://a.example           | --address: was 0.0.0.0
                    --address :: --trusted-proxy --base-url http://a.example | --address: was ::
                    --address 0.0.0.0 --demo --trusted-proxy --base-url https://a.example | expected 127.0.0.1, because the demo is for this machine alone
                    --port 65536                                             | --port: was 65536, expected 0..65535
                    --port -1                                                | --port: was -1
                    --base-url clinic.example                                | --base-url: was clinic.example
                    --base-url https://a.example/?x=1                        | --base-url: was https://a.example/?x=1
                    --base-url ftp://a.example                               | --base-url: was ftp://a.example
                    --tls no-such.pem no-such.key                            | --tls: was no-such.pem, expected a readable PEM file
                    --sign-in-hours 0                                        | --sign-in-hours: was 0, expected 1..24
                    --sign-in-hours 25                                       | --sign-in-hours: was 25, expected 1..24
                    --oidc http://login.example stipple                      | --oidc: was http://login.example, expected an https address
                    --oidc login.example stipple                             | --oidc: was login.example, expected an https address
                    --oidc https://a.example stipple                         | --oidc: was given without --base-url
                    --oidc https://a.example stipple --base-url https://b.example | --oidc: was given without --oidc-secret
                    --oidc-secret no-such-file                               | --oidc-secret: was given without --oidc
                    --demo --database-url jdbc:postgresql://h/d              | --database-url: was given with --demo
                    --database-url jdbc:mysql://h/d?password=hidden          | --database-url: was another address
                    """)
    void refusesWhatWouldExposePatientsOrDoesNotFitTogether(String words, String line) {
        assertThatThrownBy(() -> settings(words.split(" ")))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining(line)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void refusesAPortInUseInOneLineAndChangesNothing() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path data = directory.resolve("data");
            var err = new StringWriter();
            int status = Stipple.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    "serve",
                    "--port",
                    Integer.toString(taken.getLocalPort()),
                    "--data",
                    data.toString());
            assertThat(status).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualTo("stipple: port " + taken.getLocalPort()
                            + " of 127.0.0.1 is in use: stop what uses it, or give another with --port (0 for any)\n");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void refusesADirectoryThatIsNotItsOwnInOneLine() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear Anna");
        var err = new StringWriter();
        int status = Stipple.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "serve",
                "--port",
                "0",
                "--data",
                directory.toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("stipple: " + directory + " holds letter.txt and was not written by Stipple: "
                        + "give an empty or a new directory\n");
    }
}
