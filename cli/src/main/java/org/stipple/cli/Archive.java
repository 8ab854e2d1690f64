package org.stipple.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.stipple.protocol.document.UnusableInput;

/// A folder of photos as `stipple measure-all` walks through it: every folder in which photos lie is a series
/// of one piece of skin, whatever folders it lies in. Names are put in the order of their characters, a folder
/// before what is in it, so that the order is the same on every machine. Links to folders are not followed:
/// what they lead to is measured where it lies, and a link to a folder above would have no end.
///
/// However large it is, no more is held than the names in the folders on the way to one.
///
/// @param root where it begins
record Archive(Path root) {

    private static final String EXPECTED = "a folder of folders with photos";

    /// What lies beside photos and is none. Everything else counts as a photo, so that one that cannot be read is
    /// said and not passed over.
    private static final Set<String> NO_PHOTOS =
            Set.of("yaml", "yml", "json", "ndjson", "txt", "md", "csv", "pdf", "html", "db", "ini");

    /// What was come upon.
    sealed interface Piece {

        /// Path from the root, with slashes; `.` is the root itself.
        String name();

        /// Photos of one piece of skin.
        ///
        /// @param photos their names, in order
        record Series(String name, Path folder, List<String> photos) implements Piece {
            public Series {
                photos = List.copyOf(photos);
            }
        }

        /// What cannot be looked into.
        record Closed(String name, String why) implements Piece {}
    }

    /// @throws UnusableInput when there is no such folder
    static Archive at(Path root) {
        if (!Files.isDirectory(root)) {
            throw new UnusableInput(
                    "DIR", root + (Files.exists(root) ? ", no folder" : ", where nothing is"), EXPECTED);
        }
        try {
            if (Files.isReadable(root) && Files.isExecutable(root)) {
                return new Archive(root.toRealPath());
            }
        } catch (IOException unreadable) {
            throw closed(root);
        }
        throw closed(root);
    }

    private static UnusableInput closed(Path root) {
        return new UnusableInput("DIR", root + ", which cannot be read", EXPECTED);
    }

    /// An exception that says that there is nothing to measure.
    UnusableInput empty() {
        return new UnusableInput("DIR", root + ", in which no photo is", EXPECTED);
    }

    /// Whether a file lies in it.
    boolean holds(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder != null && folder.toRealPath().startsWith(root);
        } catch (IOException absent) {
            return false; // whoever writes there says so
        }
    }

    /// Goes through all of it, in order.
    void each(Consumer<Piece> to) {
        walk(root, ".", to);
    }

    private void walk(Path folder, String name, Consumer<Piece> to) {
        var photos = new ArrayList<String>();
        var folders = new TreeMap<String, Boolean>();
        boolean described = false;
        try (var within = Files.newDirectoryStream(folder)) {
            for (Path entry : within) {
                String called = String.valueOf(entry.getFileName());
                if (called.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    folders.put(called, Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
                } else if (called.equals(SeriesFile.NAME)) {
                    described = true;
                } else if (!NO_PHOTOS.contains(ending(called))) {
                    photos.add(called);
                }
            }
        } catch (IOException | DirectoryIteratorException | UncheckedIOException unreadable) {
            to.accept(new Piece.Closed(name, "a folder that cannot be read"));
            return;
        }
        if (described || !photos.isEmpty()) {
            photos.sort(null);
            to.accept(new Piece.Series(name, folder, photos));
        }
        folders.forEach((called, real) -> {
            String path = name.equals(".") ? called : name + "/" + called;
            if (real) {
                walk(folder.resolve(called), path, to);
            } else {
                to.accept(new Piece.Closed(path, "a link to a folder, which is not followed"));
            }
        });
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// The order in which [#each] comes upon names: by the parts of the path, a folder before what is in it.
    static int inOrder(String one, String other) {
        String[] first = one.equals(".") ? new String[0] : one.split("/");
        String[] second = other.equals(".") ? new String[0] : other.split("/");
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int order = first[i].compareTo(second[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.length, second.length);
    }
}
