package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Retest;
import org.stipple.imaging.View;
import org.stipple.protocol.document.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple repeatability`: by how much a clinic's own readings of unchanged skin differ from photo to photo.
@Command(
        name = "repeatability",
        mixinStandardHelpOptions = true,
        description = {
            "Derive the smallest detectable changes from repeated photos of unchanged skin.",
            "DIR has one directory for each piece of skin, with two or more photos and maybe a zones.json. Each photo",
            "is taken anew, camera and person put in place anew: a copy is refused, and a limit below half of that of",
            "synthetic skin is raised to it."
        })
final class RepeatabilityCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "One directory for each piece of skin.")
    private @Nullable Path directory;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "For measure --repeatability.")
    private @Nullable Path out;

    @Option(names = "--view", paramLabel = "V", description = "As measure takes it; patch by default.")
    private String view = View.PATCH.id();

    @Option(names = "--scale", paramLabel = "S", description = "As measure takes it; of the first photo of each.")
    private @Nullable String scale;

    @Override
    public Integer call() {
        OutFile file = OutFile.of("--out", out, List.of()).orElseThrow();
        View asked = MeasureCommand.view(view);
        var known = ScaleOption.of(Optional.ofNullable(scale).stream().toList());
        List<RetestPiece> pieces = RetestFolder.all(
                Objects.requireNonNull(directory),
                zones -> new PhotoSetting(asked, zones, known.given()).measuredBy(known.rulers()));
        var found = Retest.analysed(pieces.stream().map(RetestPiece::retest).toList());
        if (found.isEmpty()) {
            throw RetestPiece.tooFew(pieces);
        }
        OutFile.write(Map.of(file, Documents.pretty(RepeatabilityFile.of(found)).getBytes(StandardCharsets.UTF_8)));
        var answer = Objects.requireNonNull(spec).commandLine().getOut();
        found.forEach((metric, byTone) -> byTone.forEach((tone, spread) -> answer.println(String.format(
                Locale.ROOT,
                "%-21s %-7s %3d x %d photos  SDC95 %.4g %s  ICC(2,1) %.3f (%.3f to %.3f)  CV %.1f %%",
                metric.id(),
                tone.id(),
                spread.subjects(),
                spread.photos(),
                RepeatabilityFile.judging(metric, tone, spread.sdc95()),
                metric.unit().equals("1") ? "" : metric.unit(),
                spread.icc(),
                spread.iccLow(),
                spread.iccHigh(),
                spread.cvPercent()))));
        answer.flush();
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        RetestPiece.unusable(pieces).ifPresent(words -> err.println("stipple: " + words));
        found.forEach((metric, byTone) ->
                byTone.forEach((tone, spread) -> RepeatabilityFile.raised(metric, tone, spread.sdc95())
                        .ifPresent(words -> err.println("stipple: " + words))));
        err.flush();
        return 0;
    }
}
