package org.stipple.clinic.disclosure;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.words.Tongue;

/// Everything that the clinic keeps of a person, in one ZIP file that is theirs: `record.pdf`, the record in
/// words; `fhir.json`, a bundle of FHIR R4; the files of each module in its folder, photos among them;
/// `as-kept`, every row of the person's tables; and a page that says what is what. The same record gives the
/// same bytes, apart from the moment it was made.
///
/// What is text is gathered in one short transaction and held; photos are read one by one while they are sent.
/// So no transaction waits for a slow line, and the copy of a large record needs no more memory than its text
/// and its largest photo.
@Component
public class Copies {

    private final Gathering gathering;
    private final CopyStore store;
    private final Patients patients;
    private final ClinicClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Copies(
            Gathering gathering,
            CopyStore store,
            Patients patients,
            ClinicClock clock,
            Ids ids,
            TransactionTemplate transaction) {
        this.gathering = gathering;
        this.store = store;
        this.patients = patients;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    /// Makes the copy of a person ready to be sent. That it is given stands in the trail, and is kept, before
    /// this returns: whatever happens to the line, somebody may have it.
    ///
    /// @param by the person's own link by which it is fetched; empty where somebody of the clinic does
    public Copy give(PatientId id, Tongue tongue, Optional<UUID> by) {
        transaction.executeWithoutResult(_ -> {
            patients.change(id, "copy of the record given");
            store.given(id, ids.next(), by, tongue, clock.now(), Acting.current());
        });
        return gathering.gather(id, tongue);
    }

    /// Writes the copy of a person in English.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written; what was written until then is no ZIP
    /// file
    public void write(PatientId id, OutputStream out) {
        give(id, Tongue.ENGLISH, Optional.empty()).to(out);
    }

    /// About how long the copy will be, in bytes. Pictures and the paper are not made for it.
    public long about(PatientId id, Tongue tongue) {
        return gathering.about(id, tongue);
    }

    /// When copies were given, the newest first.
    @Transactional
    public List<Given> given(PatientId id) {
        patients.read(id, "copy of the record");
        return store.given(id);
    }
}
