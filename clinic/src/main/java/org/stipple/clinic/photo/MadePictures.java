package org.stipple.clinic.photo;

import java.util.List;
import org.stipple.clinic.access.PatientId;

/// Who had pictures kept that were made of a person's photos ([Photos#keepMade]) names them here, so that they go
/// with the photos.
public interface MadePictures {

    /// The SHA-256 of each of a person, whose record has been opened, as [Photos#keepMade] gave it.
    List<String> of(PatientId patient);
}
