package org.stipple.cli;

import java.util.stream.Collectors;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Screening;
import org.stipple.quantities.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `stipple screen`: may we?
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = "Says whether somebody may be needled, what must be waited for and what to ask.")
final class ScreenCommand implements Runnable {

    @Mixin
    private FactsInput input = new FactsInput();

    @Mixin
    private OverlayOption overlay = new OverlayOption();

    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        var knowledge = overlay.knowledge(input.day());
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        input.answer(out, knowledge::screen, Screening::toDocument, ScreenCommand::words);
    }

    /// The verdict in one line, the findings gravest first, and what to ask.
    static String words(Screening screening) {
        var words = new StringBuilder(headline(screening)).append('\n');
        for (var zone : screening.byZone()) {
            if (zone.verdict() != screening.verdict()) {
                words.append("  ")
                        .append(zone.id().words())
                        .append(": ")
                        .append(zone.verdict())
                        .append('\n');
            }
        }
        for (var finding : screening.findings()) {
            words.append(line(finding, screening));
        }
        if (!screening.ask().isEmpty()) {
            words.append("Ask: ")
                    .append(screening.ask().stream().map(Fact::path).collect(Collectors.joining(", ")))
                    .append('\n');
        }
        return words.append("Knowledge ")
                .append(screening.release().version())
                .append(' ')
                .append(screening.release().hash(), 0, 19)
                .append('\n')
                .toString();
    }

    private static String headline(Screening screening) {
        return switch (screening.verdict()) {
            case REFUSE -> "NO: do not treat.";
            case DEFER ->
                "WAIT"
                        + screening.until().map(day -> " until " + day).orElse("")
                        + (screening.openEnded().isEmpty()
                                ? "."
                                : (screening.until().isPresent() ? " and" : "") + " until an examination ends "
                                        + String.join(", ", screening.openEnded()) + ".");
            case UNKNOWN -> "ASK: " + screening.ask().size() + " answers are missing.";
            case SIGN_OFF -> "SIGN: a clinician must agree.";
            case CAUTION -> "CAUTION: may be treated with care.";
            case PROCEED -> "PROCEED: nothing was found against it.";
        };
    }

    private static String line(Finding finding, Screening screening) {
        String where = finding.zones().size() == screening.byZone().size()
                ? ""
                : " (" + finding.zones().stream().map(ZoneId::words).collect(Collectors.joining(", ")) + ")";
        String sources = finding.sources().isEmpty()
                ? "our decision"
                : finding.sources().stream()
                        .map(source -> source.id() + ", " + source.strength())
                        .collect(Collectors.joining("; "));
        String until = finding.until().map(day -> " Until " + day + ".").orElse("");
        return "  %s  %s%s: %s%s [%s]%n"
                .formatted(finding.kind(), finding.rule(), where, finding.reason(), until, sources)
                .replace(System.lineSeparator(), "\n");
    }
}
