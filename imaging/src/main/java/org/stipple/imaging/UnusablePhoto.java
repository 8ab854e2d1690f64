package org.stipple.imaging;

/// A file that is no photo that can be measured, and why, in words for a person.
public final class UnusablePhoto extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param was what the file is, such as `a GIF file`
    public UnusablePhoto(String was) {
        super(was);
    }

    /// @param was what the file is, such as `a GIF file`
    public UnusablePhoto(String was, Throwable cause) {
        super(was, cause);
    }
}
