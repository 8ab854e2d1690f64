package org.stipple.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.stipple.clinic.ClinicApplication;
import org.stipple.clinic.RunningClinic;
import org.stipple.clinic.ServeSettings;
import org.stipple.clinic.database.CannotStart;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.demo.DemoClinic;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `stipple serve`: checks what it was asked for before anything is started or changed, then runs until it is
/// stopped.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Run the clinic's server until it is stopped with Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private static final int LONGEST_SIGN_IN_HOURS = 24;
    private static final int LARGEST_CROWD = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--demo", description = "The demo clinic: invented patients, only this machine, data of its own.")
    private boolean demo;

    @Option(
            names = "--crowd",
            paramLabel = "N",
            description =
                    "With --demo: N more invented people, each with ten sessions, to see how it feels when the books are "
                            + "full.")
    private int crowd;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen (${DEFAULT-VALUE}). Another than this machine alone needs --tls, or "
                    + "--trusted-proxy with an https --base-url.")
    private String address = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port (${DEFAULT-VALUE}); 0 for any free one.")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept ($XDG_DATA_HOME/stipple).")
    private @Nullable Path data;

    @Option(names = "--base-url", paramLabel = "URL", description = "The address that people type.")
    private @Nullable URI baseUrl;

    @Option(
            names = "--tls",
            arity = "2",
            paramLabel = "FILE",
            hideParamSyntax = true,
            description = "Certificate chain and private key, two PEM files: CERT KEY.")
    private @Nullable List<Path> tls;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL that somebody else runs: jdbc:postgresql://host/database?user=name")
    private @Nullable String databaseUrl;

    @Option(
            names = "--trusted-proxy",
            description = "A proxy stands in front, and its X-Forwarded headers are believed.")
    private boolean trustedProxy;

    @Option(
            names = "--sign-in-hours",
            paramLabel = "N",
            defaultValue = "" + ServeSettings.USUAL_SIGN_IN_HOURS,
            description =
                    "A sign-in ends after so many hours, however busy it is (${DEFAULT-VALUE}); after 15 idle minutes "
                            + "anyway.")
    private int signInHours = ServeSettings.USUAL_SIGN_IN_HOURS;

    @Option(
            names = "--oidc",
            arity = "2",
            paramLabel = "TEXT",
            hideParamSyntax = true,
            description = "A sign-on service (OpenID Connect) through which people may sign in too: ISSUER CLIENT-ID. "
                    + "Needs --oidc-secret and --base-url.")
    private @Nullable List<String> oidc;

    @Option(
            names = "--oidc-secret",
            paramLabel = "FILE",
            description = "The secret that the sign-on service shares with this server, in a file that only its owner "
                    + "can read.")
    private @Nullable Path oidcSecret;

    @Option(
            names = "--erasures",
            paramLabel = "FILE",
            description = "A second place for the ledger of what was erased, on another disk: a restore needs it to "
                    + "erase again what a backup brings back.")
    private @Nullable Path erasures;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = java.util.Objects.requireNonNull(spec).commandLine().getErr();
        try {
            var settings = settings();
            refusePortInUse(settings);
            RunningClinic clinic = ClinicApplication.start(settings, err::println);
            if (crowd > 0) {
                clinic.crowd(crowd, err::println);
            }
            err.println("Stipple is ready: " + address(settings, clinic.port()) + sinceStart());
            tellWhatToDo(clinic, address(settings, clinic.port()), err);
            tellLauncher();
            if (Boolean.getBoolean("stipple.training")) {
                clinic.close();
                return CommandLine.ExitCode.OK;
            }
            // The hooks that run when the process is told to stop do the rest.
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        } catch (RuntimeException failed) {
            err.println("stipple: " + reason(failed).orElseThrow(() -> failed));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /// What a person who has just started it needs next.
    private void tellWhatToDo(RunningClinic clinic, String address, PrintWriter err) {
        clinic.setUpPath()
                .ifPresent(
                        path -> err.println("Set up your clinic, once, here: " + address.replaceAll("/$", "") + path));
        if (demo) {
            err.println("Sign in with the password \"" + DemoClinic.PASSWORD + "\" as");
            DemoClinic.signIns().forEach(who -> err.println("  " + who));
        }
        err.println("Stop with Ctrl-C.");
    }

    /// How long the person has waited, where the launcher has noted when it was called.
    private static String sinceStart() {
        return Optional.ofNullable(Long.getLong("stipple.started"))
                .map(called -> " after " + (System.currentTimeMillis() - called) + " ms")
                .orElse("");
    }

    /// The launcher waits for this file before it prepares the next start.
    private static void tellLauncher() {
        Optional.ofNullable(System.getProperty("stipple.ready")).map(Path::of).ifPresent(file -> {
            try {
                Files.writeString(file, "ready\n");
            } catch (IOException unwritable) {
                throw new CannotStart("cannot write " + file, unwritable);
            }
        });
    }

    /// What was asked for, once it is known to fit together.
    ///
    /// @throws UnusableInput where it does not
    ServeSettings settings() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UnusableInput("--port", Integer.toString(port), "0.." + HIGHEST_PORT);
        }
        if (signInHours < 1 || signInHours > LONGEST_SIGN_IN_HOURS) {
            throw new UnusableInput("--sign-in-hours", Integer.toString(signInHours), "1.." + LONGEST_SIGN_IN_HOURS);
        }
        if (crowd < 0 || crowd > LARGEST_CROWD) {
            throw new UnusableInput("--crowd", Integer.toString(crowd), "0.." + LARGEST_CROWD);
        }
        if (crowd > 0 && !demo) {
            throw new UnusableInput("--crowd", "given without --demo", "invented people in the demo alone");
        }
        if (demo && databaseUrl != null) {
            throw new UnusableInput("--database-url", "given with --demo", "the demo to keep a database of its own");
        }
        // The address itself is not repeated: it may hold a password.
        if (databaseUrl != null && !databaseUrl.startsWith("jdbc:postgresql://")) {
            throw new UnusableInput("--database-url", "another address", "jdbc:postgresql://host/database?user=name");
        }
        var certificates = tls();
        refuseBaseUrl();
        var signOn = signOn();
        refuseUnprotected(certificates);
        var kind = demo ? DataDirectory.Kind.DEMO : DataDirectory.Kind.CLINIC;
        return new ServeSettings(
                address,
                port,
                demo,
                Optional.ofNullable(data).orElseGet(() -> DataDirectory.usual(kind, System::getenv)),
                Optional.ofNullable(baseUrl),
                certificates,
                Optional.ofNullable(databaseUrl),
                trustedProxy,
                Duration.ofHours(signInHours),
                signOn,
                erasures());
    }

    private Optional<Path> erasures() {
        if (erasures == null) {
            return Optional.empty();
        }
        Path folder = erasures.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(erasures)) {
            throw new UnusableInput("--erasures", erasures.toString(), "a file in a directory that is there");
        }
        return Optional.of(erasures);
    }

    private Optional<ServeSettings.SignOn> signOn() {
        if (oidc == null) {
            if (oidcSecret != null) {
                throw new UnusableInput("--oidc-secret", "given without --oidc", "--oidc ISSUER CLIENT-ID beside it");
            }
            return Optional.empty();
        }
        URI issuer = issuer(oidc.get(0));
        if (oidc.get(1).isBlank()) {
            throw new UnusableInput("--oidc", "an empty CLIENT-ID", "the name that the service gave this server");
        }
        if (baseUrl == null) {
            throw new UnusableInput(
                    "--oidc", "given without --base-url", "--base-url, to which the service leads people back");
        }
        if (oidcSecret == null) {
            throw new UnusableInput("--oidc", "given without --oidc-secret", "--oidc-secret FILE");
        }
        refuseOpenSecret(oidcSecret);
        return Optional.of(new ServeSettings.SignOn(issuer, oidc.get(1), oidcSecret));
    }

    /// Nothing of a sign-in crosses a network in the clear.
    private static URI issuer(String typed) {
        try {
            URI url = URI.create(typed);
            boolean safe = "https".equals(url.getScheme())
                    || "http".equals(url.getScheme()) && url.getHost() != null && isLoopback(url.getHost());
            if (url.getHost() != null && safe && url.getRawUserInfo() == null && url.getRawQuery() == null) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new UnusableInput("--oidc", typed, "an https address, such as https://login.example");
        }
        throw new UnusableInput("--oidc", typed, "an https address, such as https://login.example");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /// What others of this machine can read is no secret. What stands in the file is not repeated.
    private static void refuseOpenSecret(Path file) {
        try {
            if (Files.readString(file).isBlank()) {
                throw new UnusableInput("--oidc-secret", "an empty file: " + file, "a file with the secret");
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                var permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    throw new UnusableInput(
                            "--oidc-secret",
                            "readable for others: " + file,
                            "a file that only its owner can read (chmod 600 " + file + ")");
                }
            }
        } catch (IOException unreadable) {
            throw new UnusableInput("--oidc-secret", "not readable: " + file, "a file that only its owner can read");
        }
    }

    private Optional<ServeSettings.Tls> tls() {
        if (tls == null) {
            return Optional.empty();
        }
        for (Path file : tls) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                throw new UnusableInput("--tls", file.toString(), "a readable PEM file");
            }
        }
        return Optional.of(new ServeSettings.Tls(tls.get(0), tls.get(1)));
    }

    private void refuseBaseUrl() {
        if (baseUrl != null
                && (baseUrl.getHost() == null
                        || !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))
                        || baseUrl.getRawUserInfo() != null
                        || baseUrl.getRawQuery() != null
                        || baseUrl.getRawFragment() != null)) {
            throw new UnusableInput("--base-url", baseUrl.toString(), "such as https://clinic.example");
        }
    }

    /// Patients' data never cross a network in the clear.
    private void refuseUnprotected(Optional<ServeSettings.Tls> certificates) {
        if (loopback()) {
            return;
        }
        if (demo) {
            throw new UnusableInput("--address", address, "127.0.0.1, because the demo is for this machine alone");
        }
        boolean behindHttps = trustedProxy && baseUrl != null && "https".equals(baseUrl.getScheme());
        if (certificates.isEmpty() && !behindHttps) {
            throw new UnusableInput(
                    "--address",
                    address,
                    "127.0.0.1, or --tls CERT KEY, or --trusted-proxy with an https --base-url, because patients' data "
                            + "must not cross a network in the clear");
        }
    }

    private boolean loopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new UnusableInput("--address", address, "an address of this machine");
        }
    }

    /// Before anything is started: a second server on the same port leaves the first, and its own data, as they
    /// were.
    private static void refusePortInUse(ServeSettings settings) {
        try (var socket = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.address()))) {
            if (!socket.isBound()) {
                throw new BindException("not bound");
            }
        } catch (IOException taken) {
            throw new CannotStart(portLine(settings.port(), settings.address(), taken), taken);
        }
    }

    private static String portLine(int port, String address, IOException taken) {
        String why = String.valueOf(taken.getMessage());
        if (why.contains("in use")) {
            return "port " + port + " of " + address
                    + " is in use: stop what uses it, or give another with --port (0 for any)";
        }
        return "cannot listen on port " + port + " of " + address + ": " + why;
    }

    /// The one line for a person, however deep Spring has wrapped it. Empty for a fault of the program.
    private static Optional<String> reason(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart cannot) {
                return Optional.ofNullable(cannot.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String address(ServeSettings settings, int listening) {
        return settings.baseUrl()
                .map(URI::toString)
                .orElseGet(() -> (settings.tls().isPresent() ? "https://" : "http://") + settings.address() + ":"
                        + listening + "/");
    }
}
