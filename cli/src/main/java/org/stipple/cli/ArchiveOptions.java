package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stipple.imaging.CanonicalFace;
import org.stipple.imaging.LandmarkProvider;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.View;
import org.stipple.protocol.document.Document;

/// What the command line says about all photos of an archive.
///
/// @param view where a folder says none
/// @param scales where a folder says none
/// @param limits by which changes are judged
/// @param mesh looks for faces
/// @param canonical on which clicked points are laid
/// @param document of what answers rest on here and nowhere else
record ArchiveOptions(
        View view,
        List<String> scales,
        Repeatability limits,
        LandmarkProvider mesh,
        Optional<CanonicalFace> canonical,
        Document document) {

    /// @param says is told which limits were raised
    /// @throws org.stipple.protocol.document.UnusableInput naming the option that does not fit
    static ArchiveOptions of(
            String view,
            List<String> scales,
            @Nullable Path repeatability,
            @Nullable Path landmarkModels,
            Consumer<String> says) {
        ScaleOption.of(scales);
        var models = Optional.ofNullable(landmarkModels).map(LandmarkModels::new);
        var canonical = models.flatMap(LandmarkModels::canonical);
        // A folder with neither is refused by name; one with clicked points alone needs no mesh.
        var mesh = models.filter(folder -> folder.hasMesh() || canonical.isEmpty())
                .map(LandmarkModels::mesh)
                .map(ArchiveOptions::oneAtATime);
        var limits = Optional.ofNullable(repeatability).map(InputFile::new);
        var document = Document.mapping()
                .with("mesh", Document.of(mesh.isPresent()))
                .with("canonical", Document.of(canonical.isPresent()))
                .with(
                        "limits",
                        limits.<Document>map(file -> Document.of(
                                        ArchivePhoto.sha256(file.text().getBytes(StandardCharsets.UTF_8))))
                                .orElse(Document.UNKNOWN));
        return new ArchiveOptions(
                MeasureCommand.view(view),
                List.copyOf(scales),
                limits.map(file -> new RepeatabilityFile(file).limits(says)).orElse(Repeatability.SYNTHETIC),
                mesh.orElse(LandmarkProvider.NONE),
                canonical,
                document);
    }

    /// A network of OpenCV holds what it computes, so that one photo after the other is shown to it.
    private static LandmarkProvider oneAtATime(LandmarkProvider mesh) {
        var turn = new Object();
        return (photo, shot) -> {
            synchronized (turn) {
                return mesh.find(photo, shot);
            }
        };
    }
}
