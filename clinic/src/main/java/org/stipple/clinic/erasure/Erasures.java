package org.stipple.clinic.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.KeptBeside;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.RecordClass;

/// Erases a class of a person's record, and keeps the ledger of it.
///
/// In one transaction: what stands against it is asked again, the entry of the ledger is written, the rows go.
/// Files are destroyed after it, by [Settling], as often as it takes. The trail keeps the identifier of the
/// record and no name.
@Component
public class Erasures {

    /// What a signature under an erasure says.
    public static final String MEANING =
            "I have looked at what stands against it, and erase this for good. It cannot be undone.";

    private final ErasureStore store;
    private final RequestStore requests;
    private final Retention retention;
    private final List<KeptBeside> beside;
    private final Patients patients;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Erasures(
            ErasureStore store,
            RequestStore requests,
            Retention retention,
            List<KeptBeside> beside,
            Patients patients,
            Accounts accounts,
            AuditTrail trail,
            ClinicClock clock) {
        this.store = store;
        this.requests = requests;
        this.retention = retention;
        this.beside = List.copyOf(beside);
        this.patients = patients;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /// Erases for good.
    ///
    /// @param basis by what it was decided, without the person's name; it stands in the ledger
    /// @param password asked again
    /// @return why nothing was erased; empty when it was
    @Transactional
    public List<String> erase(UUID id, PatientId patient, RecordClass of, String basis, String password) {
        Patient person = patients.change(patient, "erasing: " + of.id());
        var why = new ArrayList<String>();
        if (!Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            why.add("Who leads privacy and safety erases.");
        }
        if (!Reason.says(basis, true)) {
            why.add(
                    "Say by what it was decided, in a short sentence without the person's name: it stands in the ledger.");
        } else if (names(person).stream().anyMatch(basis.toLowerCase(java.util.Locale.ROOT)::contains)) {
            why.add("What you wrote names the person, and stays in the ledger when the record is gone: say it without "
                    + "the name.");
        }
        retention.of(person).stream()
                .filter(standing -> standing.of() == of)
                .flatMap(standing -> standing.against().stream())
                .map(AgainstWords::of)
                .forEach(why::add);
        if (why.isEmpty()) {
            accounts.whyNotConfirmed(password, "Nothing was erased.").ifPresent(why::add);
        }
        if (why.isEmpty()) {
            endRequests(patient, of);
            wipe(id, patient, of, basis.strip(), false);
        }
        return why;
    }

    private static Set<String> names(Patient person) {
        return Set.of(
                person.details().givenName().toLowerCase(java.util.Locale.ROOT),
                person.details().familyName().toLowerCase(java.util.Locale.ROOT));
    }

    /// A request is done when the last class that it asks for goes.
    private void endRequests(PatientId patient, RecordClass of) {
        var gone = new TreeSet<>(Set.of(of));
        store.all().stream()
                .filter(before -> before.record().equals(patient.value()))
                .map(Erasure::of)
                .forEach(gone::add);
        requests.of(patient).stream()
                .filter(request -> request.end().isEmpty())
                .filter(request -> gone.containsAll(request.classes()) || of == RecordClass.TREATMENT)
                .forEach(request -> requests.end(
                        patient,
                        request.id(),
                        new Request.End(true, "", clock.now(), Acting.current().name()),
                        Acting.current().account()));
    }

    /// Erases what was erased before and came back with a backup.
    ///
    /// @return whether it had come back
    @Transactional
    boolean again(UUID id, PatientId patient, RecordClass of, String basis) {
        if (store.has(id)) {
            return false;
        }
        trail.open(patient, Act.CHANGE, "erased again after a restore: " + of.id());
        wipe(id, patient, of, basis, true);
        return true;
    }

    private void wipe(UUID id, PatientId patient, RecordClass of, String basis, boolean again) {
        List<String> files = beside.stream()
                .filter(kept -> of == RecordClass.TREATMENT || kept.goesWith() == of)
                .flatMap(kept -> kept.files(patient).stream())
                .distinct()
                .toList();
        store.erase(id, patient, of, basis, clock.now(), again);
        store.files(id, files);
    }

    /// The ledger of this clinic, newest first.
    @Transactional
    public List<Erasure> ledger() {
        trail.note(Act.READ, "ledger of erasures");
        return store.all();
    }
}
