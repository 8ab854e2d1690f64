package org.stipple.clinic.patient;

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

        /// A resource of the bundle.
        void resource(Resource resource);

        /// A file below the folder of the part.
        ///
        /// @param name with its ending, without a folder
        void file(String name, byte[] content);
    }
}
