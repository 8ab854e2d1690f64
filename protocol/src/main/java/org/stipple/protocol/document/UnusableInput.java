package org.stipple.protocol.document;

/// A file that cannot be used: where, what it said there, and what was expected. The reader can mend it;
/// nothing was written.
public final class UnusableInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String was;
    private final String expected;

    /// @param path full path of the field, such as `technique.glideMmPerS`; empty for the whole file
    /// @param was what stands there, short enough for one line
    /// @param expected what should stand there
    public UnusableInput(String path, String was, String expected) {
        super((path.isEmpty() ? "" : path + ": ") + "was " + was + ", expected " + expected);
        this.path = path;
        this.was = was;
        this.expected = expected;
    }

    /// What should stand there, without what does: for a form, which shows that beside it.
    public String expected() {
        return expected;
    }

    /// The same, found in a file that was given in this place: `--overlay zones.nose`.
    public UnusableInput under(String place) {
        return new UnusableInput(path.isEmpty() ? place : place + " " + path, was, expected);
    }

    /// The same, found in a file of this folder: `anna/series.yaml.view`.
    public UnusableInput within(String folder) {
        return new UnusableInput(path.isEmpty() ? folder : folder + "/" + path, was, expected);
    }

    /// Full path of the field; empty for the whole file.
    public String path() {
        return path;
    }
}
