package org.stipple.clinic.patient;

/// No such person here. What belongs to another clinic does not exist for this one, and looks no different.
public final class NoSuchPatient extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchPatient() {
        super("there is no such record here");
    }
}
