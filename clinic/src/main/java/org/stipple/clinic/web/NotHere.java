package org.stipple.clinic.web;

/// What was asked for does not exist for whoever asks.
public class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotHere() {
        super("there is nothing here");
    }
}
