package org.stipple.imaging;

/// A picture to be looked at, as a file made from pixels alone: nothing that a camera wrote is in it. Immutable.
public final class Picture {

    private final byte[] file;
    private final String mediaType;
    private final int width;
    private final int height;

    /// @param file owned by this picture from now on
    Picture(byte[] file, String mediaType, int width, int height) {
        this.file = file;
        this.mediaType = mediaType;
        this.width = width;
        this.height = height;
    }

    /// A copy of the file.
    public byte[] file() {
        return file.clone();
    }

    /// What kind of file it is: `image/jpeg` or `image/png`.
    public String mediaType() {
        return mediaType;
    }

    /// Pixels in a row.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }
}
