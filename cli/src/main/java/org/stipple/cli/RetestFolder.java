package org.stipple.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.Photo;
import org.stipple.imaging.PhotoSetting;
import org.stipple.imaging.Retest;
import org.stipple.imaging.UnusablePhoto;
import org.stipple.imaging.Zone;
import org.stipple.protocol.document.UnusableInput;

/// A directory with repeated photos of one piece of skin, and maybe of several zones of it.
///
/// @param path where it lies
/// @param files its photos, in the order of their names
record RetestFolder(Path path, List<Path> files) {

    private static final String ZONES = "zones.json";

    RetestFolder {
        files = List.copyOf(files);
    }

    /// Reads all of them.
    ///
    /// @param setting of photos with these zones
    /// @throws UnusableInput naming the directory or the photo that does not fit; a photo that lies there twice
    ///   is no photo taken anew, and in two directories no other piece of skin
    static List<RetestPiece> all(Path root, Function<List<Zone>, PhotoSetting> setting) {
        var pieces = new ArrayList<RetestPiece>();
        Map<String, Path> seen = new HashMap<>();
        try (var darkroom = Darkroom.standing()) {
            for (Path place : within(root, Files::isDirectory, "a directory")) {
                pieces.addAll(of(place).read(setting, seen, darkroom));
            }
        }
        return pieces;
    }

    private static RetestFolder of(Path place) {
        List<Path> files = within(place, Files::isRegularFile, "a directory of photos").stream()
                .filter(path -> !path.endsWith(ZONES))
                .toList();
        if (files.size() < 2) {
            throw new UnusableInput("DIR", place + " with " + files.size() + " photos", "2 photos at least");
        }
        return new RetestFolder(place, files);
    }

    private static List<Path> within(Path folder, java.util.function.Predicate<Path> which, String expected) {
        try (Stream<Path> within = Files.list(folder)) {
            return within.filter(which).sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableInput("DIR", folder + ", which cannot be read", expected);
        }
    }

    private List<RetestPiece> read(
            Function<List<Zone>, PhotoSetting> setting, Map<String, Path> seen, Darkroom darkroom) {
        List<Photo> photos =
                files.stream().map(file -> photo(file, seen, darkroom)).toList();
        List<Zone> zones = Files.exists(path.resolve(ZONES))
                ? new ZonesFile(new InputFile(path.resolve(ZONES))).zones(photos.getFirst())
                : List.of();
        List<Retest> retests = Retest.of(photos, setting.apply(zones));
        var pieces = new ArrayList<RetestPiece>();
        for (int i = 0; i < retests.size(); i++) {
            String name = String.valueOf(path.getFileName());
            pieces.add(
                    new RetestPiece(zones.size() > 1 ? name + " " + zones.get(i).id() : name, retests.get(i)));
        }
        return pieces;
    }

    private static Photo photo(Path file, Map<String, Path> seen, Darkroom darkroom) {
        try {
            byte[] bytes = new PhotoFile(file).bytes();
            Path other = seen.putIfAbsent(ArchivePhoto.sha256(bytes), file);
            if (other != null) {
                throw new UnusableInput(
                        "DIR",
                        file + ", the same file as " + other + ", byte for byte",
                        "photos that were each taken anew");
            }
            return darkroom.develop(bytes);
        } catch (UnusablePhoto unusable) {
            throw new UnusableInput("DIR", file + ", " + unusable.getMessage(), PhotoFile.EXPECTED);
        }
    }
}
