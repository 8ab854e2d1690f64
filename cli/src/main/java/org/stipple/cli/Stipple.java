package org.stipple.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `stipple` command.
///
/// Exit status: 0 done, 1 the program failed, 2 the input is unusable (one line says which field, what it was and
/// what was expected).
@Command(
        name = "stipple",
        mixinStandardHelpOptions = true,
        version = Stipple.VERSION,
        description = "Plan, dose, record and measure microneedling.",
        subcommands = {
            ScreenCommand.class,
            PlanCommand.class,
            DoseCommand.class,
            MeasureCommand.class,
            PhantomCommand.class,
            MeasureAllCommand.class,
            RepeatabilityCommand.class,
            KnowledgeCommand.class,
            ServeCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Stipple {

    /// What `--version` says.
    static final String VERSION = "stipple 0.1.0";

    private Stipple() {}

    public static void main(String[] arguments) {
        var output = StandardOutput.ofThisProcess();
        var out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, arguments);
        out.flush();
        if (output.failure().isPresent()) {
            err.println("stipple: failed, the answer is not there or breaks off: it could not be written ("
                    + output.failure().get() + ")");
            status = CommandLine.ExitCode.SOFTWARE;
        }
        err.flush();
        System.exit(status);
    }

    /// Runs one command line.
    ///
    /// @param out for the answer and nothing else
    /// @param err for messages and progress
    /// @return the exit status
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Stipple())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((wrong, _) -> {
                    err.println("stipple: "
                            + oneLine(String.valueOf(WrongOption.of(wrong).getMessage())));
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, _, _) -> status(failure, err))
                .execute(arguments);
    }

    private static int status(Exception failure, PrintWriter err) {
        return switch (failure) {
            case UnusableInput unusable -> {
                err.println("stipple: " + oneLine(String.valueOf(unusable.getMessage())));
                yield CommandLine.ExitCode.USAGE;
            }
            default -> {
                err.println("stipple: failed, nothing was written: " + failure);
                failure.printStackTrace(err);
                yield CommandLine.ExitCode.SOFTWARE;
            }
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
