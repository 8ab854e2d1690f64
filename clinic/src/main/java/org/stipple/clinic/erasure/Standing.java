package org.stipple.clinic.erasure;

import java.util.List;
import org.stipple.clinic.patient.RecordClass;

/// How it stands with erasing a class of one person's record.
///
/// @param against everything that stands against it now
public record Standing(RecordClass of, List<Against> against) {
    public Standing {
        against = List.copyOf(against);
    }

    /// Whether it may be erased now.
    public boolean isErasable() {
        return against.isEmpty();
    }
}
