package org.stipple.clinic.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Puts a copy together from what each module gives and from every row as it is kept, all as it stands at one
/// moment.
@Component
class Gathering {

    private final List<PartOfCopy> parts;
    private final AsKeptStore kept;
    private final RecordPaper paper;
    private final Patients patients;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    Gathering(
            List<PartOfCopy> parts,
            AsKeptStore kept,
            RecordPaper paper,
            Patients patients,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(PartOfCopy::folder)).toList();
        this.kept = kept;
        this.paper = paper;
        this.patients = patients;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The copy of a person.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Copy gather(PatientId id, Tongue tongue) {
        Patient person = patients.read(id, "copy of the record");
        var words = Words.in(tongue);
        var parcel = parcel(person, words);
        var files = new ArrayList<Copy.Part>();
        files.add(held("READ-ME.txt", readMe(person)));
        byte[] pdf = paper.pdf(words, person, parcel.told);
        files.add(new Copy.Part.Held("record.pdf", () -> pdf));
        files.add(held("fhir.json", Documents.pretty(bundle(parcel.resources))));
        files.addAll(parcel.held);
        kept.each(id, (table, rows) -> {
            if (!rows.isEmpty()) {
                files.add(held("as-kept/" + table + ".jsonl", String.join("\n", rows) + "\n"));
            }
        });
        files.addAll(parcel.read);
        return new Copy(files);
    }

    /// About how long it will be.
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public long about(PatientId id, Tongue tongue) {
        var parcel = parcel(patients.read(id, "copy of the record"), Words.in(tongue));
        return parcel.read.stream().mapToLong(Copy.Part.Read::bytes).sum();
    }

    private Gathered parcel(Patient person, Words words) {
        var parcel = new Gathered(words, transaction);
        for (PartOfCopy part : parts) {
            parcel.folder = part.folder();
            parcel.names.clear();
            part.into(person, parcel);
        }
        return parcel;
    }

    private static Copy.Part held(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new Copy.Part.Held(name, () -> content);
    }

    private Document bundle(List<Document> resources) {
        return Document.mapping()
                .with("resourceType", Document.of("Bundle"))
                .with("type", Document.of("collection"))
                .with("timestamp", Document.of(clock.now().toString()))
                .with("entry", Document.listing(resources));
    }

    private String readMe(Patient person) {
        var text = new StringBuilder();
        for (Tongue tongue : Tongue.values()) {
            var words = Words.in(tongue);
            text.append(words.of("copy.readme", person.name(), Acting.current().clinicName(), words.day(clock.today())))
                    .append("\n\n");
            RecordPaper.FILES.forEach(file -> text.append(file)
                    .append(": ")
                    .append(words.of("copy.file." + file))
                    .append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static final class Gathered implements PartOfCopy.Parcel {

        private final Words words;
        private final TransactionTemplate transaction;
        private final Set<String> names = new HashSet<>();
        private final List<Document> resources = new ArrayList<>();
        private final List<Copy.Part> held = new ArrayList<>();
        private final List<Copy.Part.Read> read = new ArrayList<>();
        private final List<PartOfCopy.Told> told = new ArrayList<>();
        private String folder = "";

        Gathered(Words words, TransactionTemplate transaction) {
            this.words = words;
            this.transaction = transaction;
        }

        @Override
        public Words words() {
            return words;
        }

        @Override
        public void resource(Resource resource) {
            resources.add(Document.mapping()
                    .with("fullUrl", Document.of("urn:uuid:" + resource.id()))
                    .with("resource", resource.json()));
        }

        @Override
        public void file(String name, byte[] content) {
            held.add(new Copy.Part.Held(path(name), () -> content));
        }

        @Override
        public void file(String name, long bytes, Supplier<byte[]> content) {
            read.add(new Copy.Part.Read(
                    path(name), bytes, () -> Objects.requireNonNull(transaction.execute(_ -> content.get()), name)));
        }

        @Override
        public void tell(PartOfCopy.Told chapter) {
            told.add(chapter);
        }

        private String path(String name) {
            if (name.contains("/") || name.contains("..") || !names.add(name)) {
                throw new IllegalArgumentException("a file of its own in the folder of its part, was " + name);
            }
            return folder + "/" + name;
        }
    }
}
