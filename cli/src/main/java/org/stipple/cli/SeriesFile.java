package org.stipple.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.imaging.View;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;

/// What is said about the photos of one folder of an archive: in its `series.yaml`, in the `zones.json` beside
/// it, and for all folders on the command line. See `docs/data/archive.md`.
///
/// @param view from where they were taken
/// @param scales as `--scale` takes them
/// @param photos their names, the baseline first
/// @param zones in pixels of the baseline, if any are given
/// @param landmarks of single photos, by name
record SeriesFile(
        View view, List<String> scales, List<String> photos, Optional<Field> zones, Map<String, Field> landmarks) {

    /// Describes the photos beside it.
    static final String NAME = "series.yaml";

    private static final String ZONES = "zones.json";
    private static final Set<String> FIELDS = Set.of("view", "scale", "baseline", "photos", "zones", "landmarks");

    SeriesFile {
        scales = List.copyOf(scales);
        photos = List.copyOf(photos);
        landmarks = Map.copyOf(landmarks);
    }

    /// @param view where the file does not say it
    /// @param scales where the file does not say them
    /// @throws UnusableInput naming the file and the field that does not fit
    static SeriesFile of(Archive.Piece.Series series, View view, List<String> scales) {
        Path file = series.folder().resolve(NAME);
        try {
            Field root = (Files.exists(file) ? read(file) : Field.root(Document.mapping())).mapping(FIELDS);
            List<String> photos = photos(root, Set.copyOf(series.photos()), series.photos());
            return new SeriesFile(
                    root.optional("view")
                            .map(field -> field.constant(View.class, View::id))
                            .orElse(view),
                    root.optional("scale").map(SeriesFile::scales).orElse(scales),
                    photos,
                    zones(root, series.folder().resolve(ZONES)),
                    landmarks(root, photos));
        } catch (UnusableInput broken) {
            throw series.name().equals(".") ? broken : broken.within(series.name());
        }
    }

    /// A field that does not fit is named by file and path.
    private static Field read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Field(name, new InputFile(file).document());
        } catch (UnusableInput broken) {
            throw broken.under(name);
        }
    }

    private static List<String> scales(Field field) {
        List<String> values = field.document() instanceof Document.Listing
                ? field.items().stream().map(Field::text).toList()
                : List.of(field.text());
        try {
            ScaleOption.of(values);
        } catch (UnusableInput wrong) {
            throw field.refused(wrong.expected());
        }
        return values;
    }

    private static List<String> photos(Field root, Set<String> lying, List<String> byName) {
        var names = new LinkedHashSet<String>();
        root.optional("photos").ifPresent(listed -> {
            for (Field each : listed.items()) {
                if (!names.add(name(each, lying))) {
                    throw each.refused("each photo once");
                }
            }
        });
        if (names.isEmpty()) {
            names.addAll(byName);
        }
        if (names.isEmpty()) {
            throw new UnusableInput("", "a folder without photos", "photos beside the file");
        }
        var ordered = new LinkedHashSet<String>();
        root.optional("baseline").ifPresent(field -> ordered.add(name(field, Set.copyOf(names))));
        ordered.addAll(names);
        return List.copyOf(ordered);
    }

    /// Only what lies in the folder: a name is no path.
    private static String name(Field field, Set<String> lying) {
        if (!lying.contains(field.text())) {
            throw field.refused("the name of a photo in this folder");
        }
        return field.text();
    }

    private static Optional<Field> zones(Field root, Path beside) {
        Optional<Field> within = root.optional("zones");
        if (!Files.exists(beside)) {
            return within;
        }
        if (within.isPresent()) {
            throw within.get().refused("zones either here or in " + ZONES);
        }
        return Optional.of(read(beside).mapping(Set.of("zones")).required("zones"));
    }

    private static Map<String, Field> landmarks(Field root, List<String> photos) {
        var found = new LinkedHashMap<String, Field>();
        root.optional("landmarks").ifPresent(given -> {
            for (String name : given.mapping(Set.copyOf(photos)).names()) {
                given.optional(name).ifPresent(points -> found.put(name, points));
            }
        });
        return found;
    }

    /// How many lines it makes: one for each follow-up, or one for a photo that is alone.
    int lines() {
        return Math.max(1, photos.size() - 1);
    }

    /// Everything in it on which the answer to one line rests.
    Document.Mapping document(String baseline, Optional<String> followup) {
        var points = Document.mapping();
        for (String name : followup.map(later -> List.of(baseline, later)).orElse(List.of(baseline))) {
            Field given = landmarks.get(name);
            if (given != null) {
                points = points.with(name.equals(baseline) ? "baseline" : "followup", given.document());
            }
        }
        return Document.mapping()
                .with("view", Document.of(view.id()))
                .with("scale", Document.texts(scales))
                .with("zones", zones.map(Field::document).orElse(Document.UNKNOWN))
                .with("landmarks", points);
    }
}
