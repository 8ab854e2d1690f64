package org.stipple.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.LandmarkProvider;
import org.stipple.imaging.MaskedMeasurement;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.UnusablePhoto;
import org.stipple.imaging.View;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple measure`: what one photo says about skin, or what changed between two.
@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Measure skin on one photo, or what changed between two.",
            "stipple phantom DIR writes a pair to try it on."
        })
final class MeasureCommand implements Callable<Integer> {

    @Spec
    @Nullable
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BASELINE", description = "JPEG or PNG: the earlier photo.")
    @Nullable
    private Path baseline;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FOLLOWUP", description = "The later photo of the same skin.")
    @Nullable
    private Path followup;

    @Option(
            names = "--view",
            paramLabel = "V",
            description = {
                "frontal (default), left-45, right-45, left-90, right-90, or patch for plain skin. Left and right are",
                "the patient's: left-45 shows the left cheek, the face half turned to the left edge of the photo."
            })
    private String view = View.FRONTAL.id();

    @Option(names = "--zones", paramLabel = "FILE", description = "Zones as polygons in pixels of the baseline.")
    @Nullable
    private Path zones;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = {
                "mm-per-px:0.04 says how much skin a pixel sees; tag36h11:20 that an AprilTag of 20 mm lies on the",
                "skin; card:12 that the 24-patch card lies there, 12 mm from patch to patch; ipd:63 takes the",
                "distance of the pupils, an estimate. Given several times, they must agree."
            })
    private List<String> scales = new ArrayList<>();

    @Option(names = "--json", description = "One JSON document instead of a table.")
    private boolean json;

    @Option(
            names = "--landmarks",
            paramLabel = "FILE",
            description =
                    "Points of the face in each photo: the 468 or 478 of the MediaPipe mesh, or six clicked ones.")
    @Nullable
    private Path landmarks;

    @Option(
            names = "--landmark-models",
            paramLabel = "DIR",
            description = "Folder with the files of the MediaPipe mesh; faces are then looked for.")
    @Nullable
    private Path landmarkModels;

    @Option(
            names = "--repeatability",
            paramLabel = "FILE",
            description = "Judge changes by what stipple repeatability found of your own photos.")
    @Nullable
    private Path repeatability;

    @Option(
            names = "--report",
            paramLabel = "OUT.html",
            description =
                    "Write a report with pictures, change maps and all readings: one file that needs nothing else.")
    @Nullable
    private Path report;

    @Option(names = "--masks", paramLabel = "DIR", description = "Write where things were found, as PNG files.")
    @Nullable
    private Path masks;

    @Override
    public Integer call() {
        View asked = view(view);
        var known = ScaleOption.of(scales);
        var limits = repeatability == null
                ? Repeatability.SYNTHETIC
                : new RepeatabilityFile(new InputFile(repeatability)).limits(this::warn);
        Optional<MaskFiles> maskFiles = MaskFiles.in(masks);
        Optional<OutFile> reportFile = OutFile.of("--report", report, read());
        Photo first = photo("BASELINE", Objects.requireNonNull(baseline));
        List<Zone> places = zones == null ? List.of() : new ZonesFile(new InputFile(zones)).zones(first);
        var setting = new PhotoSetting(asked, places, known.given())
                .measuredBy(known.rulers())
                .knowing(face(asked));
        Optional<Photo> second = Optional.ofNullable(followup).map(path -> photo("FOLLOWUP", path));
        Measurement answer = maskFiles.isPresent() || reportFile.isPresent()
                ? written(MaskedMeasurement.of(first, second, setting, limits), first, second, maskFiles, reportFile)
                : Measurement.of(first, second, setting, limits);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(json ? Documents.pretty(MeasureAnswer.of(answer)) : MeasureTable.of(answer));
        out.flush();
        return 0;
    }

    private void warn(String words) {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("stipple: " + words);
        err.flush();
    }

    /// Writes all files that were asked for, or none of them.
    private static Measurement written(
            MaskedMeasurement masked,
            Photo first,
            Optional<Photo> second,
            Optional<MaskFiles> maskFiles,
            Optional<OutFile> reportFile) {
        Map<OutFile, byte[]> files = new LinkedHashMap<>();
        maskFiles.ifPresent(directory -> files.putAll(directory.of(masked)));
        reportFile.ifPresent(file -> files.put(file, MeasureReport.html(masked, first, second)));
        OutFile.write(files);
        return masked.measurement();
    }

    /// Every file that is read, so that none is written over.
    private List<Path> read() {
        return Stream.of(baseline, followup, zones, landmarks, repeatability)
                .filter(Objects::nonNull)
                .toList();
    }

    static View view(String view) {
        return View.find(view)
                .orElseThrow(() -> new UnusableInput(
                        "--view",
                        view,
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(View.values())
                                                .map(View::id)
                                                .toList())));
    }

    private LandmarkProvider face(View asked) {
        if (asked == View.PATCH) {
            return LandmarkProvider.NONE;
        }
        Optional<LandmarkModels> models = Optional.ofNullable(landmarkModels).map(LandmarkModels::new);
        return landmarks != null
                ? new LandmarksFile(new InputFile(landmarks), models.flatMap(LandmarkModels::canonical)).landmarks()
                : models.map(LandmarkModels::mesh).orElse(LandmarkProvider.NONE);
    }

    static Photo photo(String which, Path path) {
        try (var darkroom = Darkroom.open()) {
            return new PhotoFile(path).developed(darkroom);
        } catch (UnusablePhoto unusable) {
            throw new UnusableInput(which, path + ", " + unusable.getMessage(), PhotoFile.EXPECTED);
        }
    }
}
