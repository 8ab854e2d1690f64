package org.stipple.clinic.erasure;

import java.time.Instant;
import java.util.UUID;
import org.stipple.clinic.access.ClinicId;
import org.stipple.clinic.patient.RecordClass;

/// An entry of the ledger: that a class of a record was erased. It names nobody.
///
/// @param record the identifier that the record had, which the audit trail keeps
/// @param basis by what it was decided
/// @param again whether it was erased before, and came back with a backup
/// @param rows how many rows of the database went
/// @param files how many files went with them
/// @param filesLeft how many of those are still to be destroyed
public record Erasure(
        UUID id,
        ClinicId clinic,
        UUID record,
        RecordClass of,
        String basis,
        Instant at,
        String by,
        boolean again,
        long rows,
        int files,
        int filesLeft) {}
