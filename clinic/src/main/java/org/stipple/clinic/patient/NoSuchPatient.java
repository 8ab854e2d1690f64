package org.stipple.clinic.patient;

import org.stipple.clinic.web.NotHere;

/// No such person here. What belongs to another clinic does not exist for this one, and looks no different.
public final class NoSuchPatient extends NotHere {

    private static final long serialVersionUID = 1L;

    public NoSuchPatient() {}
}
