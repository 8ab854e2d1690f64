package org.stipple.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.stipple.imaging.GivenLandmarks;
import org.stipple.imaging.LandmarkProvider;
import org.stipple.imaging.Landmarks;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Repeatability;
import org.stipple.imaging.View;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.UnusableInput;

/// The photos of one folder of an archive with all that was said about them.
///
/// @param name folder from the root of the archive
/// @param file what was said in the folder
/// @param options what was said for all folders
record ArchiveSeries(String name, SeriesFile file, ArchiveOptions options) {

    /// Path from the root of the archive.
    String pathOf(String photo) {
        return name.equals(".") ? photo : name + "/" + photo;
    }

    private String nameOf(ArchivePhoto photo) {
        return name.equals(".") ? photo.name() : photo.name().substring(name.length() + 1);
    }

    /// SHA-256 of everything but the photos on which an answer rests.
    String settings(ArchivePhoto baseline, Optional<ArchivePhoto> followup) {
        var said = file.document(nameOf(baseline), followup.map(this::nameOf))
                .with("options", options.document())
                .with("program", Document.of(Stipple.VERSION));
        return ArchivePhoto.sha256(Documents.json(said).getBytes(StandardCharsets.UTF_8));
    }

    /// @throws UnusableInput naming the field that does not fit the photo
    PhotoSetting setting(Photo first, ArchivePhoto baseline, Optional<ArchivePhoto> followup) {
        try {
            List<Zone> zones =
                    file.zones().map(listed -> ZonesFile.zones(listed, first)).orElse(List.of());
            var known = ScaleOption.of(file.scales());
            return new PhotoSetting(file.view(), zones, known.given())
                    .measuredBy(known.rulers())
                    .knowing(face(baseline, followup));
        } catch (UnusableInput broken) {
            throw name.equals(".") ? broken : broken.within(name);
        }
    }

    private LandmarkProvider face(ArchivePhoto baseline, Optional<ArchivePhoto> followup) {
        if (file.view() == View.PATCH) {
            return LandmarkProvider.NONE;
        }
        Optional<Landmarks> before = landmarks(baseline);
        Optional<Landmarks> after = followup.flatMap(this::landmarks);
        return before.isPresent() || after.isPresent() ? new GivenLandmarks(before, after) : options.mesh();
    }

    private Optional<Landmarks> landmarks(ArchivePhoto photo) {
        return Optional.ofNullable(file.landmarks().get(nameOf(photo)))
                .map(points -> LandmarksFile.face(points, options.canonical()));
    }

    Repeatability limits() {
        return options.limits();
    }
}
