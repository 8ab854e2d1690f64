package org.stipple.clinic.photo;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// Photos that come in parts over a network that ends now and then. The browser makes the identifier, tells
/// what will come, sends the parts in order and says when it was all; each of these may come again and has one
/// effect. Before all has come there is no photo.
@Component
public class Uploads {

    /// `design`: so long the browser that has the rest may be away; on the next day the photo is another.
    static final Duration KEPT = Duration.ofDays(1);

    private final Photos photos;
    private final HalfSent halves;
    private final Once once;
    private final ClinicClock clock;

    Uploads(Photos photos, HalfSent halves, Once once, ClinicClock clock) {
        this.photos = photos;
        this.halves = halves;
        this.once = once;
        this.clock = clock;
    }

    /// What will come.
    ///
    /// @param bytes of the file
    /// @param sha256 of the file
    public record Announced(Taken taken, int bytes, String sha256) {

        /// @throws IllegalArgumentException for a file that is empty or too large, and for a hash that is none
        public Announced {
            if (bytes < 1 || bytes > Photo.MAX_BYTES) {
                throw new IllegalArgumentException("the file has " + bytes + " bytes, and a photo has 1 to "
                        + Photo.MAX_BYTES / 1_000_000 + " MB; nothing was stored");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException(
                        "its SHA-256 was “" + sha256 + "”, expected 64 digits and letters a to f; nothing was stored");
            }
        }

        /// All of it in one text: the same identifier with another is another photo.
        private String words() {
            return sha256 + " " + bytes + " " + taken;
        }
    }

    /// How far it is.
    public sealed interface Progress {

        /// Not all has come.
        record Coming(long bytes) implements Progress {}

        /// It is stored.
        record Stored(StoredPhoto photo) implements Progress {}
    }

    /// What came under this identifier before is another photo, or another part of it: nothing was changed.
    public static final class OtherContent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherContent() {
            super("under this identifier another photo was sent before; nothing was changed");
        }
    }

    /// What came is not what was announced, by its hash. It is forgotten, and can be sent from its beginning.
    public static final class Garbled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Garbled() {
            super("what came is not the photo that was announced; it is sent again from its beginning");
        }
    }

    /// Says what will come, as often as one likes.
    ///
    /// @throws IllegalArgumentException when it may not be stored, saying why
    /// @throws OtherContent when something else was announced under this identifier
    public Progress announce(PatientId patient, UUID upload, Announced announced) {
        halves.forgetOlderThan(clock.now().minus(KEPT));
        photos.mayBeStored(patient, announced.taken());
        Optional<Progress> stored = stored(patient, upload);
        if (stored.isPresent()) {
            // The same was announced: what it was is bound to the key of its storing.
            asBefore(upload, announced);
            return stored.get();
        }
        HalfSent.Half half = halves.begin(whose(patient, upload), announced.words(), clock.now());
        if (!half.told().equals(announced.words())) {
            throw new OtherContent();
        }
        return new Progress.Coming(half.bytes());
    }

    private void asBefore(UUID upload, Announced announced) {
        try {
            once.once(upload, announced.words(), () -> {
                throw new OtherContent();
            });
        } catch (Once.KeyUsedForSomethingElse used) {
            throw new OtherContent();
        }
    }

    /// How far it is.
    ///
    /// @throws NoSuchPatient when nothing was announced, or that was more than a day ago
    public Progress at(PatientId patient, UUID upload) {
        return halves.find(whose(patient, upload))
                .<Progress>map(half -> new Progress.Coming(half.bytes()))
                .or(() -> stored(patient, upload))
                .orElseThrow(NoSuchPatient::new);
    }

    /// Takes a part.
    ///
    /// @param from where in the file it begins
    /// @return the part was taken; else what has come so far, from where to go on
    /// @throws NoSuchPatient when nothing was announced
    /// @throws IllegalArgumentException when it is more than was announced
    public Taking add(PatientId patient, UUID upload, long from, byte[] part) {
        var whose = whose(patient, upload);
        HalfSent.Half half = halves.find(whose).orElseThrow(NoSuchPatient::new);
        long most = bytes(half.told());
        if (from + part.length > most) {
            throw new IllegalArgumentException("of this photo " + most + " bytes were announced, and this part goes to "
                    + (from + part.length) + "; it was not taken");
        }
        HalfSent.Added added = halves.add(whose, from, part, clock.now()).orElseThrow(NoSuchPatient::new);
        return new Taking(added.taken(), added.bytes());
    }

    /// What became of a part.
    ///
    /// @param taken whether it was taken, now or before
    /// @param bytes how many have come
    public record Taking(boolean taken, long bytes) {}

    /// Says that all has come. The photo is stored once, however often it is said.
    ///
    /// @throws NoSuchPatient when nothing was announced
    /// @throws OtherContent when it is another photo than was announced
    /// @throws Garbled when what came does not have the hash that was announced
    /// @throws IllegalArgumentException when not all has come, or it may not be stored
    /// @throws UnusablePhoto when it is no photo that can be kept; then what came is forgotten
    public StoredPhoto complete(PatientId patient, UUID upload, Announced announced) {
        var whose = whose(patient, upload);
        Optional<HalfSent.Half> half = halves.find(whose);
        if (half.isEmpty()) {
            Optional<Progress> stored = stored(patient, upload);
            if (stored.isEmpty()) {
                throw new NoSuchPatient();
            }
        } else {
            if (!half.get().told().equals(announced.words())) {
                throw new OtherContent();
            }
            if (half.get().bytes() < announced.bytes()) {
                throw new IllegalArgumentException(
                        "of " + announced.bytes() + " bytes " + half.get().bytes() + " have come; it is no photo yet");
            }
        }
        store(patient, upload, announced, whose);
        return photos.find(patient, upload);
    }

    private void store(PatientId patient, UUID upload, Announced announced, HalfSent.Whose whose) {
        try {
            once.once(upload, announced.words(), () -> {
                byte[] file = halves.all(whose);
                if (!Sha256.hex(file).equals(announced.sha256())) {
                    throw new Garbled();
                }
                photos.store(upload, patient, announced.taken(), file);
                return "/people/" + patient + "/photos/" + upload;
            });
        } catch (UnusablePhoto | Garbled unusable) {
            halves.forget(whose);
            throw unusable;
        } catch (Once.KeyUsedForSomethingElse used) {
            throw new OtherContent();
        }
        halves.forget(whose);
    }

    private Optional<Progress> stored(PatientId patient, UUID upload) {
        return photos.stored(patient, upload).map(Progress.Stored::new);
    }

    /// Of what was announced.
    private static long bytes(String told) {
        return Long.parseLong(told.split(" ", 3)[1]);
    }

    private static HalfSent.Whose whose(PatientId patient, UUID upload) {
        Actor actor = Acting.current();
        return new HalfSent.Whose(actor.clinic(), actor.account(), patient, upload);
    }
}
