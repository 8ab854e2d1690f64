package org.stipple.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `stipple plan`: how?
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Drafts a course of treatment for a clinician to review and sign.")
final class PlanCommand implements Runnable {

    @Mixin
    private FactsInput input = new FactsInput();

    @Mixin
    private OverlayOption overlay = new OverlayOption();

    @Option(names = "--report", paramLabel = "OUT.html", description = "Printable report that needs no other file.")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (report != null && input.isBatch()) {
            throw new UnusableInput("--report", report.toString(), "no --report beside --batch: it is of one case");
        }
        var file = OutFile.of("--report", report, input.file().stream().toList());
        var knowledge = overlay.knowledge(input.day());
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        input.answer(
                out,
                (facts, day) -> {
                    var course = knowledge.plan(facts, day);
                    // Before the answer is printed: where the report cannot be written, nothing is.
                    file.ifPresent(each -> OutFile.write(Map.of(each, PlanReport.html(course))));
                    return course;
                },
                PlanCommand::document,
                PlanCommand::words);
    }

    private static Document.Mapping document(Course course) {
        var document = (Document.Mapping) course.toDocument();
        return document.with(
                "needlingSeconds",
                NeedlingTime.of(course).map(NeedlingTime::document).orElse(Document.UNKNOWN));
    }

    private static String words(Course course) {
        var words = new StringBuilder(ScreenCommand.words(course.screening())).append('\n');
        if (course.zones().isEmpty()) {
            return words.append("No zone may be treated, so there is no course.\n")
                    .toString();
        }
        course.schedule()
                .ifPresent(schedule -> words.append("Course: ")
                        .append(schedule.sessions().chosen())
                        .append(" sessions, ")
                        .append(schedule.intervalDays().chosen())
                        .append(" days apart, judged ")
                        .append(schedule.assessAtDays())
                        .append(" days after the last; start ")
                        .append(course.earliestStart()
                                .map(day -> "on " + day + " at the earliest")
                                .orElseGet(() -> whyNoDate(course)))
                        .append(".\n"));
        for (var zone : course.zones()) {
            words.append("  ").append(line(zone)).append('\n');
        }
        NeedlingTime.of(course).ifPresent(time -> words.append(time.words()).append('\n'));
        for (var disagreement : course.disagreements()) {
            words.append("Disputed: ")
                    .append(disagreement.question())
                    .append(" We follow: ")
                    .append(disagreement.chosen().says())
                    .append('\n');
        }
        return words.append("A draft for a clinician to review. Not clinically validated.\n")
                .toString();
    }

    private static String whyNoDate(Course course) {
        return course.screening().openEnded().isEmpty()
                ? "on a day that is not known while answers are missing"
                : "after an examination";
    }

    private static String line(ZonePlan zone) {
        return switch (zone) {
            case ZonePlan.Refused(var id, var reason) -> id.words() + ": not planned, " + reason;
            case ZonePlan.Planned planned ->
                planned.id().words() + ": " + planned.depth().chosen() + " ("
                        + planned.depth().min() + " to "
                        + planned.depth().max() + ", bound by "
                        + planned.depth().boundBy() + "), "
                        + planned.passes() + " passes in " + planned.directions() + " directions"
                        + planned.schedule()
                                .map(own -> ", " + own.sessions().chosen() + " sessions "
                                        + own.intervalDays().chosen() + " days apart")
                                .orElse("")
                        + planned.offLabel().map(reason -> "; " + reason).orElse("");
        };
    }
}
