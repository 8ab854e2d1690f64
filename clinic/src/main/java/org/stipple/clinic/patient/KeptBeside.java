package org.stipple.clinic.patient;

import java.util.List;
import org.stipple.clinic.access.PatientId;

/// What a module keeps of a person in files, beside the database.
public interface KeptBeside {

    /// With which class of the record these files go; they go with the whole record too.
    RecordClass goesWith();

    /// The names of a person's files, whose record has been opened. A name tells nothing to whoever has not the
    /// key of the installation.
    List<String> files(PatientId patient);

    /// Destroys a file. One that is gone already is fine.
    void destroy(String file);
}
