package org.stipple.clinic.photo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.darkroom.Darkroom;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// Photos that people send from home with an entry of their diary, for somebody of the clinic to look at. They
/// are made anew from their pixels and encrypted as every photo is, under the same consent, and nothing reads
/// them: no first look, no gate, no measurement.
@Component
public class HomePhotos {

    /// `design`: what shows how a face is from all sides; a link in the wrong hands fills no disk.
    public static final int MOST_OF_AN_ENTRY = 6;

    /// `design`, as [#MOST_OF_AN_ENTRY]: four entries of a day with as many as an entry has.
    public static final int MOST_OF_A_DAY = 24;

    /// How files begin, after their length, that phones make and that nothing here decodes.
    private static final Set<String> UNREAD =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private final HomePhotoStore store;
    private final PhotoVault vault;
    private final Patients patients;
    private final Leave leave;
    private final ClinicClock clock;
    private final Darkroom darkroom;

    HomePhotos(
            HomePhotoStore store,
            PhotoVault vault,
            Patients patients,
            Leave leave,
            ClinicClock clock,
            Darkroom darkroom) {
        this.store = store;
        this.vault = vault;
        this.patients = patients;
        this.leave = leave;
        this.clock = clock;
        this.darkroom = darkroom;
    }

    /// Why a photo was not kept.
    public enum Why {
        NO_CONSENT("no-consent"),
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        /// HEIC, or one of its kind.
        UNREAD_FORMAT("unread-format"),
        NO_PHOTO("no-photo"),
        ENOUGH("enough");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /// As in addresses and in the names of texts.
        public String id() {
            return id;
        }

        /// @return empty when none is called so
        public static Optional<Why> find(String id) {
            return Arrays.stream(values()).filter(why -> why.id.equals(id)).findFirst();
        }
    }

    /// Nothing was stored.
    public static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Why why;

        NotKept(Why why) {
            super("the photo from home was not kept: " + why.id());
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /// Whether a photo may be sent now.
    @Transactional
    public boolean maySend(PatientId patient) {
        patients.read(patient, "photos from home");
        return leave.allows(patient, Purpose.RECORD_PHOTOS);
    }

    /// Keeps the photo of a file with an entry. The same picture of the same entry is kept once.
    ///
    /// @param entry of this person's diary; what becomes of the photo changes nothing in it
    /// @throws NotKept saying why; nothing was stored
    @Transactional
    public void keep(UUID id, PatientId patient, UUID entry, byte[] file) {
        patients.change(patient, "photo from home stored");
        Instant now = clock.now();
        whyNot(patient, entry, file, now).ifPresent(why -> {
            throw new NotKept(why);
        });
        Photo photo = developed(file);
        String sha256 = vault.put(Acting.current().clinic(), patient, photo.stripped());
        store.insert(
                patient,
                new HomePhoto(id, entry, sha256, "image/" + photo.format(), photo.width(), photo.height(), now),
                Sha256.hex(file),
                Acting.current().name());
    }

    /// What needs no decoder to be seen.
    private Optional<Why> whyNot(PatientId patient, UUID entry, byte[] file, Instant now) {
        if (!leave.allows(patient, Purpose.RECORD_PHOTOS)) {
            return Optional.of(Why.NO_CONSENT);
        }
        if (file.length == 0) {
            return Optional.of(Why.EMPTY);
        }
        if (file.length > Photo.MAX_BYTES) {
            return Optional.of(Why.TOO_LARGE);
        }
        if (isUnread(file)) {
            return Optional.of(Why.UNREAD_FORMAT);
        }
        return of(patient, entry).size() >= MOST_OF_AN_ENTRY
                        || store.countSince(patient, now.minus(Duration.ofDays(1))) >= MOST_OF_A_DAY
                ? Optional.of(Why.ENOUGH)
                : Optional.empty();
    }

    private static boolean isUnread(byte[] file) {
        String begins = new String(file, 0, Math.min(12, file.length), StandardCharsets.ISO_8859_1);
        return begins.length() == 12 && begins.startsWith("ftyp", 4) && UNREAD.contains(begins.substring(8));
    }

    private Photo developed(byte[] file) {
        try {
            return darkroom.develop(file);
        } catch (UnusablePhoto unusable) {
            throw new NotKept(Why.NO_PHOTO);
        }
    }

    /// What is known of a photo.
    ///
    /// @throws NoSuchPatient when this person sent none such
    @Transactional
    public HomePhoto find(PatientId patient, UUID photo) {
        patients.read(patient, "photo from home");
        return store.find(patient, photo).orElseThrow(NoSuchPatient::new);
    }

    /// The picture itself, proved at this read to be what was stored.
    ///
    /// @throws PhotoVault.DamagedPhoto when it is not
    /// @throws org.stipple.clinic.consent.Withheld since consent to photos for the record was withdrawn
    @Transactional
    public byte[] bytes(PatientId patient, UUID photo) {
        HomePhoto found = find(patient, photo);
        leave.require(patient, Purpose.RECORD_PHOTOS);
        return vault.get(Acting.current().clinic(), patient, found.sha256());
    }

    /// The picture for the person's own copy, which is theirs whatever they withdrew.
    ///
    /// @throws PhotoVault.DamagedPhoto when it is not what was stored
    @Transactional
    byte[] ofTheirOwn(PatientId patient, UUID photo) {
        return vault.get(
                Acting.current().clinic(), patient, find(patient, photo).sha256());
    }

    /// How long the file of a picture is for the person's own copy.
    @Transactional
    long lengthOfTheirOwn(PatientId patient, UUID photo) {
        return vault.length(
                Acting.current().clinic(), patient, find(patient, photo).sha256());
    }

    /// Those of an entry that are shown, oldest first: none while they are withheld.
    @Transactional
    public List<HomePhoto> shown(PatientId patient, UUID entry) {
        List<HomePhoto> all = of(patient, entry);
        return leave.mayShow(patient, Purpose.RECORD_PHOTOS) ? all : List.of();
    }

    /// What is known of all of an entry, oldest first, whether they are shown or not.
    @Transactional
    public List<HomePhoto> of(PatientId patient, UUID entry) {
        return of(patient).stream().filter(photo -> photo.entry().equals(entry)).toList();
    }

    /// What is known of all of a person, oldest first, whether they are shown or not.
    @Transactional
    public List<HomePhoto> of(PatientId patient) {
        patients.read(patient, "photos from home");
        return store.of(patient);
    }
}
