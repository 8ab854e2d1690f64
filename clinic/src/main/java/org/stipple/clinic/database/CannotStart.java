package org.stipple.clinic.database;

import java.io.Serial;

/// The program does not start, for a reason that a person can do something about. Its message is one line for
/// that person; nobody needs a stack trace.
public final class CannotStart extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CannotStart(String oneLine) {
        super(onOneLine(oneLine));
    }

    public CannotStart(String oneLine, Throwable cause) {
        super(onOneLine(oneLine), cause);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
