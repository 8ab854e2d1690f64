package org.stipple.clinic.disclosure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.Resource;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;

/// Everything that the clinic keeps of a person, in one ZIP file that is theirs: `fhir.json`, a bundle of FHIR
/// R4; the files of each module in its folder, photos among them; `as-kept`, every row of the person's tables;
/// and a page that says what is what. The same record gives the same bytes, apart from the moment it was made.
@Component
public class Copies {

    private final List<PartOfCopy> parts;
    private final AsKeptStore kept;
    private final Patients patients;
    private final ClinicClock clock;

    Copies(List<PartOfCopy> parts, AsKeptStore kept, Patients patients, ClinicClock clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(PartOfCopy::folder)).toList();
        this.kept = kept;
        this.patients = patients;
        this.clock = clock;
    }

    /// Writes the copy of a person. That it was given is entered in the trail before the first byte.
    ///
    /// @throws UncheckedIOException when it cannot be written
    @Transactional
    public void write(PatientId id, OutputStream out) {
        Patient person = patients.change(id, "copy of the record given");
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var resources = new ArrayList<Document>();
            for (PartOfCopy part : parts) {
                part.into(person, new IntoZip(zip, part.folder(), resources));
            }
            put(zip, "fhir.json", Documents.pretty(bundle(resources)).getBytes(StandardCharsets.UTF_8));
            kept.each(id, (table, rows) -> {
                if (!rows.isEmpty()) {
                    putUnchecked(
                            zip,
                            "as-kept/" + table + ".jsonl",
                            (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
            put(zip, "READ-ME.txt", words(person).getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Document bundle(List<Document> resources) {
        return Document.mapping()
                .with("resourceType", Document.of("Bundle"))
                .with("type", Document.of("collection"))
                .with("timestamp", Document.of(clock.now().toString()))
                .with("entry", Document.listing(resources));
    }

    private String words(Patient person) {
        return """
                The record of %s at %s, made %s.

                fhir.json   the record as a bundle of FHIR R4 (collection), which other systems read
                photos      your photos, as they are kept
                planning    your answers, what was found, and every course that was planned
                as-kept     every row that is kept about you, one file for each table, one line for each row

                Esta es la copia de su historia: fhir.json, en un formato que leen otros sistemas (FHIR R4); photos, sus fotos;
                planning, sus respuestas y los planes; as-kept, todo lo que se guarda sobre usted, fila por fila.
                """.formatted(person.name(), Acting.current().clinicName(), clock.today());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void putUnchecked(ZipOutputStream zip, String name, byte[] content) {
        try {
            put(zip, name, content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final class IntoZip implements PartOfCopy.Parcel {

        private final ZipOutputStream zip;
        private final String folder;
        private final List<Document> resources;
        private final Set<String> names = new HashSet<>();

        IntoZip(ZipOutputStream zip, String folder, List<Document> resources) {
            this.zip = zip;
            this.folder = folder;
            this.resources = resources;
        }

        @Override
        public void resource(Resource resource) {
            resources.add(Document.mapping()
                    .with("fullUrl", Document.of("urn:uuid:" + resource.id()))
                    .with("resource", resource.json()));
        }

        @Override
        public void file(String name, byte[] content) {
            if (name.contains("/") || name.contains("..") || !names.add(name)) {
                throw new IllegalArgumentException("a file of its own in the folder of its part, was " + name);
            }
            putUnchecked(zip, folder + "/" + name, content);
        }
    }
}
