package org.stipple.clinic.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.stipple.clinic.web.words.Words;

/// A part of what the clinic keeps of a person, for the copy that is theirs. Each module that keeps something
/// gives its part, so that nobody has to remember to look there; a test holds that every table of a person's
/// data has one.
public interface PartOfCopy {

    /// The folder of its files in the copy: `photos`. Each part has its own.
    String folder();

    /// Gives everything that there is of this person, whose record is open.
    void into(Patient person, Parcel parcel);

    /// What a part puts into the copy.
    interface Parcel {

        /// In which words the person reads.
        Words words();

        /// A resource of the bundle.
        void resource(Resource resource);

        /// A file below the folder of the part.
        ///
        /// @param name with its ending, without a folder
        void file(String name, byte[] content);

        /// A large file below the folder of the part, which is read at the moment at which it is sent: of many,
        /// one at a time is held.
        ///
        /// @param bytes how long it is, exactly
        /// @param content reads it, in a transaction of its own
        void file(String name, long bytes, Supplier<byte[]> content);

        /// A chapter of the paper that the person reads.
        void tell(Told told);
    }

    /// A chapter of the paper, in the person's language. What the clinic wrote stands in its own words.
    ///
    /// @param order where it stands
    /// @param lines nothing but a heading where there are none
    record Told(int order, String heading, List<Line> lines, List<Small> pictures) {
        public Told {
            lines = List.copyOf(lines);
            pictures = List.copyOf(pictures);
        }

        /// Without pictures.
        public Told(int order, String heading, List<Line> lines) {
            this(order, heading, lines, List.of());
        }
    }

    /// What is said of one thing.
    ///
    /// @param term which thing; a day where it happened on one
    record Line(String term, String words) {

        /// What happened on a day.
        public static Line on(Words words, LocalDate day, String what) {
            return new Line(words.day(day), what);
        }
    }

    /// A small picture.
    ///
    /// @param shows what a screen reader says, and stands below it
    /// @param jpeg reads its file
    record Small(String shows, int width, int height, Supplier<byte[]> jpeg) {}
}
