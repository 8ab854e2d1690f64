package org.stipple.clinic.database;

import java.io.Serial;

/// A backup that cannot be trusted. Nothing was restored from it.
public final class BrokenBackup extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String was;
    private final String expected;

    /// @param file within the backup
    BrokenBackup(String file, String was, String expected) {
        super(file + " was " + was + ", expected " + expected);
        this.file = file;
        this.was = was;
        this.expected = expected;
    }

    /// Which file, within the backup.
    public String file() {
        return file;
    }

    /// What it was.
    public String was() {
        return was;
    }

    /// What was expected.
    public String expected() {
        return expected;
    }
}
