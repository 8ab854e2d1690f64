package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stipple.phantom.DemoScene;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.phantom.Frame;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.SkinType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `stipple phantom`: two photos of invented skin about which the truth is known, to try `stipple measure` on.
@Command(
        name = "phantom",
        mixinStandardHelpOptions = true,
        description = "Write two photos of invented skin, DIR/baseline.png and DIR/followup.png, to try measure on.")
final class PhantomCommand implements Callable<Integer> {

    private static final SkinType TYPE = SkinType.III;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where they are written; made where it is not there.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        Path place = Objects.requireNonNull(directory);
        Map<Visit, Path> paths = new LinkedHashMap<>();
        paths.put(Visit.BASELINE, place.resolve("baseline.png"));
        paths.put(Visit.MONTH_3, place.resolve("followup.png"));
        paths.values().forEach(PhantomCommand::refuseToOverwrite);
        make(place);
        Map<OutFile, byte[]> photos = new LinkedHashMap<>();
        paths.forEach((visit, path) -> photos.put(
                OutFile.of("DIR", path, List.of()).orElseThrow(),
                new DemoScene(TYPE, visit).render().photo().png()));
        OutFile.write(photos);
        tell(paths);
        return 0;
    }

    private static void refuseToOverwrite(Path path) {
        if (Files.exists(path)) {
            throw new UnusableInput("DIR", path + ", which is there already", "a directory without it");
        }
    }

    private static void make(Path place) {
        try {
            Files.createDirectories(place);
        } catch (IOException cannot) {
            throw new UnusableInput("DIR", place + ", which cannot be made", "a directory that can be written");
        }
    }

    private void tell(Map<Visit, Path> paths) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        paths.forEach((visit, path) -> out.println(path + "  " + visit.id()));
        out.printf(
                Locale.ROOT,
                "Invented skin of type %s. In the follow-up %.0f %% of the blood is left: it is truly less red.%nTo measure:%n"
                        + "  ./stipple measure %s %s --view patch --scale mm-per-px:%s%n",
                TYPE,
                100 * Visit.MONTH_3.haemoglobinLeft().value(),
                paths.get(Visit.BASELINE),
                paths.get(Visit.MONTH_3),
                Frame.CHEEK.pixel().millimetres());
        out.flush();
    }
}
