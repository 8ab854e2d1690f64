package org.stipple.clinic.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// The copy of a record holds everything of one person and nothing of another.
class CopiesTest {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\": \"urn:uuid:([0-9a-f-]{36})\"");

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static Begun begun;
    static Begun other;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.concerns.every=0s");
        noor = stipple.clinic("Hillside", "noor-copy");
        begun = Acting.as(noor, () -> Begun.of(stipple, "COPY1"));
        other = Acting.as(noor, () -> Begun.of(stipple, "COPY2"));
        Acting.doing(noor, () -> {
            Someone.agrees(stipple, begun.person(), Purpose.RECORD_PHOTOS, begun.plan());
            Someone.photo(stipple, begun.person(), Visit.BASELINE);
            var zone = Someone.plannedZones(begun.plan()).getFirst();
            Charted.Done done = Someone.asPlanned(zone);
            stipple.the(Sessions.class).chart(begun.person(), begun.session().id(), zone.id(), done);
            stipple.the(Diary.class)
                    .answer(
                            begun.person(),
                            begun.session().id(),
                            UUID.randomUUID(),
                            DiaryQuestion.OTHER,
                            "words",
                            "Zimtsternchen on my cheek");
        });
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Map<String, byte[]> copy(Begun of) throws Exception {
        var out = new ByteArrayOutputStream();
        Acting.doing(noor, () -> stipple.the(Copies.class).write(of.person(), out));
        return unzipped(out.toByteArray());
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files).doesNotContainKey(entry.getName());
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static List<Field> resources(Map<String, byte[]> files) {
        Document bundle = Documents.read(text(files, "fhir.json"));
        assertThat(new Field("", bundle).required("resourceType").text()).isEqualTo("Bundle");
        return new Field("", bundle)
                .required("entry").items().stream()
                        .map(entry -> entry.required("resource"))
                        .toList();
    }

    @Test
    void itHoldsAnswersCoursesSessionsConsentsPhotosAndTheDiary() throws Exception {
        var files = copy(begun);
        Set<String> types = resources(files).stream()
                .map(resource -> resource.required("resourceType").text())
                .collect(Collectors.toSet());
        assertThat(types)
                .contains(
                        "Patient",
                        "CarePlan",
                        "Procedure",
                        "Observation",
                        "Consent",
                        "DocumentReference",
                        "QuestionnaireResponse");
        assertThat(files.keySet())
                .contains("READ-ME.txt", "planning/answers.json")
                .anyMatch(name -> name.startsWith("photos/") && name.endsWith(".png") || name.endsWith(".jpg"))
                .anyMatch(name -> name.startsWith("planning/course-"));
        assertThat(text(files, "fhir.json")).contains("Zimtsternchen on my cheek");
    }

    /// Every reference of the bundle leads to a resource of the bundle, and every file that it names is there.
    @Test
    void nothingInItLeadsNowhere() throws Exception {
        var files = copy(begun);
        var ids = new HashSet<String>();
        resources(files)
                .forEach(resource -> assertThat(ids.add(resource.required("id").text()))
                        .as(resource.required("resourceType").text())
                        .isTrue());
        assertThat(REFERENCE.matcher(text(files, "fhir.json")).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(ids::contains);
        assertThat(Pattern.compile("\"url\": \"([^\"]+)\"")
                        .matcher(text(files, "fhir.json"))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(files::containsKey);
    }

    /// Whatever a module forgets to give stands there as it is kept: the rows are counted by the owner of the
    /// tables.
    @Test
    void everyRowOfThePersonStandsInItAsItIsKept() throws Exception {
        var files = copy(begun);
        List<String> tables = Acting.as(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(AsKeptStore.class).tables()));
        assertThat(tables).contains("patient", "intake", "session", "zone_record", "diary_answer", "consent", "photo");
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("alter table stipple." + table + " no force row level security");
                try (var rows = statement.executeQuery(
                        "select count(*) from stipple." + table + " where patient_id = '" + begun.person() + "'")) {
                    rows.next();
                    // The copy itself is entered in the trail while it is made.
                    if (!table.equals("audit_entry")) {
                        assertThat(text(files, "as-kept/" + table + ".jsonl").lines())
                                .as(table)
                                .hasSize(rows.getInt(1));
                    }
                } finally {
                    statement.execute("alter table stipple." + table + " force row level security");
                }
            }
        }
    }

    @Test
    void nothingOfAnotherPersonStandsInIt() throws Exception {
        var files = copy(begun);
        String all = files.values().stream()
                .map(file -> new String(file, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        assertThat(all)
                .contains(begun.person().toString())
                .doesNotContain(other.person().toString(), other.session().id().toString(), "COPY2");
        assertThat(text(copy(other), "fhir.json")).doesNotContain("Zimtsternchen");
    }

    @Test
    void twoCopiesAreTheSameButForTheirMomentAndTheTrail() throws Exception {
        var one = copy(begun);
        var two = copy(begun);
        // What says that a copy was given says so of each.
        for (String moment : List.of("as-kept/audit_entry.jsonl", "as-kept/copy_given.jsonl")) {
            assertThat(one.remove(moment)).isNotEqualTo(two.remove(moment));
        }
        assertThat(two.keySet()).isEqualTo(one.keySet());
        one.forEach((name, content) -> assertThat(two.get(name)).as(name).isEqualTo(content));
    }

    @Test
    void thatItWasGivenStandsInTheTrail() throws Exception {
        copy(begun);
        List<AuditEntry> entries = Acting.as(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(AuditTrail.class).about(begun.person(), 5)));
        assertThat(entries).anySatisfy(entry -> assertThat(entry.what()).isEqualTo("copy of the record given"));
    }
}
