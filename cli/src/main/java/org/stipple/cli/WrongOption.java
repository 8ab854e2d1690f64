package org.stipple.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Says of a command line that does not fit what it says of a file: where, what stood there and what was
/// expected.
final class WrongOption {

    private WrongOption() {}

    static UnusableInput of(CommandLine.ParameterException wrong) {
        String help = wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                new UnusableInput(unmatched.getUnmatched().getFirst(), "given", "a command or an option: see " + help);
            case CommandLine.OverwrittenOptionException twice ->
                new UnusableInput(name(twice.getOverwritten(), help), "given twice", "it once");
            case CommandLine.MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                new UnusableInput(
                        name(missing.getMissing().getFirst(), help),
                        "absent",
                        expected(missing.getMissing().getFirst()));
            default ->
                wrong.getArgSpec() == null
                        ? new UnusableInput(
                                "",
                                wrong.getCommandLine().getSubcommands().isEmpty()
                                        ? "a command line that does not fit"
                                        : "no command",
                                "one: see " + help)
                        : new UnusableInput(
                                name(wrong.getArgSpec(), help),
                                wrong.getValue() == null ? "absent" : "\"" + wrong.getValue() + "\"",
                                expected(wrong.getArgSpec()));
        };
    }

    private static String name(ArgSpec argument, String help) {
        if (argument instanceof OptionSpec option) {
            return option.longestName();
        }
        String label = argument.paramLabel();
        return label.isBlank() ? help : label;
    }

    private static String expected(ArgSpec argument) {
        var type = argument.type();
        if (type == LocalDate.class) {
            return "a date such as 2026-11-20";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (type == URI.class) {
            return "an address such as https://clinic.example";
        }
        if (type == Path.class) {
            return "the path of a file";
        }
        if (type == boolean.class) {
            return "nothing behind it, or true or false";
        }
        return argument.arity().min() > 1 ? argument.arity().min() + " values" : "a value";
    }
}
