package org.stipple.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Retest;
import org.stipple.imaging.View;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
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
            "DIR has one directory for each piece of skin, with two or more photos and maybe a zones.json."
        })
final class RepeatabilityCommand implements Callable<Integer> {

    private static final String ZONES = "zones.json";

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
        var retests = new ArrayList<Retest>();
        for (Path place : pieces(Objects.requireNonNull(directory))) {
            List<Photo> photos = photos(place);
            List<Zone> zones = Files.exists(place.resolve(ZONES))
                    ? new ZonesFile(new InputFile(place.resolve(ZONES))).zones(photos.getFirst())
                    : List.of();
            retests.addAll(Retest.of(photos, new PhotoSetting(asked, zones, known.given()).measuredBy(known.rulers())));
        }
        var found = Retest.analysed(retests);
        if (found.isEmpty()) {
            throw new UnusableInput(
                    "DIR",
                    retests.size() + " pieces of skin",
                    "5 pieces of skin of one tone at least, of which all photos can be measured");
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
                spread.sdc95(),
                metric.unit().equals("1") ? "" : metric.unit(),
                spread.icc(),
                spread.iccLow(),
                spread.iccHigh(),
                spread.cvPercent()))));
        answer.flush();
        return 0;
    }

    private static List<Path> pieces(Path directory) {
        try (Stream<Path> within = Files.list(directory)) {
            return within.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableInput("DIR", directory + ", which cannot be read", "a directory");
        }
    }

    private static List<Photo> photos(Path place) {
        try (Stream<Path> within = Files.list(place)) {
            List<Photo> photos = within.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith(ZONES))
                    .sorted()
                    .map(path -> MeasureCommand.photo("DIR", path))
                    .toList();
            if (photos.size() < 2) {
                throw new UnusableInput("DIR", place + " with " + photos.size() + " photos", "2 photos at least");
            }
            return photos;
        } catch (IOException unreadable) {
            throw new UnusableInput("DIR", place + ", which cannot be read", "a directory of photos");
        }
    }
}
