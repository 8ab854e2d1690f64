package org.stipple.clinic.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.phantom.DemoScene.Visit;

/// A record with 200 photos is sent with little memory and without holding anybody up; a line that breaks
/// leaves nothing behind.
class LargeCopyTest {

    private static final int PHOTOS = 200;

    /// What the copy may hold at any moment while it is written: its text, a photo, and what streams need.
    private static final long MOST = 24_000_000;

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;
    static PatientId person;

    @BeforeAll
    static void start() throws Exception {
        stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.concerns.every=0s");
        noor = stipple.clinic("Hillside", "noor-large");
        person = Acting.as(noor, () -> {
            var begun = Begun.of(stipple, "LARGE1");
            Someone.agrees(stipple, begun.person(), Purpose.RECORD_PHOTOS, begun.plan());
            Someone.photo(stipple, begun.person(), Visit.BASELINE);
            return begun.person();
        });
        Acting.doing(
                noor,
                () -> stipple.the(TransactionTemplate.class).executeWithoutResult(_ -> {
                    stipple.the(Patients.class).change(person, "test");
                    stipple.the(JdbcClient.class)
                            .sql("""
                                    insert into photo (clinic_id, patient_id, photo_id, view, taken_on, sha256, media_type, width_px,
                                      height_px, mm_per_px, stored_at, stored_by)
                                    select clinic_id, patient_id, gen_random_uuid(), view, taken_on, sha256, media_type, width_px,
                                      height_px, mm_per_px, stored_at, stored_by
                                    from photo, generate_series(2, :photos) where patient_id = :person
                                    """)
                            .param("photos", PHOTOS)
                            .param("person", person.value())
                            .update();
                }));
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private static Copy copy() throws Exception {
        return Acting.as(noor, () -> stipple.the(Copies.class).give(person, Tongue.ENGLISH, Optional.empty()));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Counts, and looks at the memory now and then.
    private static final class Watched extends OutputStream {

        private static final long STEP = 20_000_000;

        private long bytes;
        private long next = STEP;
        private long most;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
            if (bytes > next) {
                next += STEP;
                most = Math.max(most, used());
            }
        }
    }

    @Test
    void twoHundredPhotosNeedTheMemoryOfOne() throws Exception {
        long before = used();
        long began = System.nanoTime();
        var copy = copy();
        double gathered = (System.nanoTime() - began) / 1e9;
        var out = new Watched();
        Acting.doing(noor, () -> copy.to(out));
        double written = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "copy of %d photos: %.0f MB, first byte after %.1f s, written after %.1f s, %.1f MB of memory%n",
                PHOTOS, out.bytes / 1e6, gathered, written, (out.most - before) / 1e6);
        assertThat(copy.bytes()).hasValue(out.bytes);
        assertThat(out.bytes).isGreaterThan(4 * MOST);
        assertThat(out.most - before).isLessThan(MOST);
    }

    @Test
    void itIsAWholeZipFile() throws Exception {
        var copy = copy();
        var out = new ByteArrayOutputStream();
        Acting.doing(noor, () -> copy.to(out));
        int photos = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                photos += entry.getName().startsWith("photos/") ? 1 : 0;
                assertThat(in.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(photos).isEqualTo(PHOTOS);
    }

    private static Set<String> files() throws IOException {
        var files = new TreeSet<String>();
        for (Path place : List.of(directory, Path.of(System.getProperty("java.io.tmpdir")))) {
            try (var all = Files.walk(place, place.equals(directory) ? 9 : 1)) {
                all.filter(file -> !file.toString().contains(".s.PGSQL"))
                        .map(Path::toString)
                        .filter(file -> !file.contains("/junit") && !file.contains("hsperf"))
                        .forEach(files::add);
            } catch (UncheckedIOException gone) {
                // Somebody else's file, gone meanwhile.
            }
        }
        return files;
    }

    /// Wherever it breaks: no file is left, the end is not written, and the same copy goes over the next line.
    @Test
    void aLineThatBreaksLeavesNothing() throws Exception {
        var copy = copy();
        var before = files();
        for (long after : new long[] {0, 100, 50_000, 5_000_000}) {
            var broken = new ByteArrayOutputStream() {
                @Override
                public synchronized void write(byte[] some, int from, int length) {
                    if (count + length > after) {
                        throw new UncheckedIOException(new IOException("the line broke"));
                    }
                    super.write(some, from, length);
                }
            };
            assertThatThrownBy(() -> Acting.doing(noor, () -> copy.to(broken)))
                    .hasRootCauseInstanceOf(IOException.class);
            // Of the end of a ZIP file, what it begins with.
            assertThat(new String(broken.toByteArray(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PK\u0005\u0006");
        }
        assertThat(files()).isSubsetOf(before);
        var whole = new Watched();
        Acting.doing(noor, () -> copy.to(whole));
        assertThat(copy.bytes()).hasValue(whole.bytes);
    }

    /// While a slow line takes its time, others write into the same record.
    @Test
    void aSlowLineHoldsNobodyUp() throws Exception {
        var copy = copy();
        var stands = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        try (var others = Executors.newSingleThreadExecutor()) {
            var sent = others.submit(() -> {
                Acting.doing(
                        noor,
                        () -> copy.to(new OutputStream() {
                            private long bytes;

                            @Override
                            public void write(int one) {}

                            @Override
                            public void write(byte[] some, int from, int length) throws IOException {
                                bytes += length;
                                if (bytes > 3_000_000 && stands.getCount() > 0) {
                                    stands.countDown();
                                    try {
                                        goesOn.await();
                                    } catch (InterruptedException stopped) {
                                        throw new IOException(stopped);
                                    }
                                }
                            }
                        }));
                return true;
            });
            assertThat(stands.await(60, TimeUnit.SECONDS)).isTrue();
            try (var desk = Executors.newSingleThreadExecutor()) {
                var changed = desk.submit(() -> Acting.as(
                        noor,
                        () -> Objects.requireNonNull(stipple.the(TransactionTemplate.class)
                                .execute(_ -> stipple.the(Patients.class).change(person, "test")))));
                assertThat(changed.get(10, TimeUnit.SECONDS).id()).isEqualTo(person);
            } finally {
                goesOn.countDown();
            }
            assertThat(sent.get(120, TimeUnit.SECONDS)).isTrue();
        }
    }
}
