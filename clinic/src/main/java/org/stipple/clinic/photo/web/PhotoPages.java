package org.stipple.clinic.photo.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.consent.Leave;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.Capture;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.SmallPhotos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.photo.web.PhotoViews.Entered;
import org.stipple.clinic.photo.web.PhotoViews.Option;
import org.stipple.clinic.photo.web.PhotoViews.PhotosPage;
import org.stipple.clinic.photo.web.PhotoViews.Shot;
import org.stipple.clinic.photo.web.PhotoViews.Withheld;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.imaging.Photo;
import org.stipple.imaging.UnusablePhoto;

/// Storing photos, and showing them to whoever may open the record. There is no address of a picture that works
/// without signing in.
@Controller
class PhotoPages {

    static final String ACCEPTED = "Accepted is a photo as a camera makes it: JPEG or PNG in red, green and"
            + " blue, whole, without transparent parts, of at most " + Photo.MAX_BYTES / 1_000_000 + " MB and "
            + Photo.MAX_PIXELS / 1_000_000 + " million pixels.";

    private final Pages pages;
    private final Patients patients;
    private final Photos photos;
    private final Leave leave;
    private final Identities identities;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;
    private final SmallPhotos small;

    PhotoPages(
            Pages pages,
            Patients patients,
            Photos photos,
            Leave leave,
            Identities identities,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction,
            SmallPhotos small) {
        this.small = small;
        this.pages = pages;
        this.patients = patients;
        this.photos = photos;
        this.leave = leave;
        this.identities = identities;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/photos")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> photos(@PathVariable UUID id) {
        return show(HttpStatus.OK, id, new Entered("", clock.today().toString(), ""), List.of());
    }

    @PostMapping("/people/{id}/photos")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> store(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, @RequestParam MultipartFile file)
            throws IOException {
        var form = new Form(fields);
        byte[] bytes = file.getBytes();
        try {
            return Pages.seeOther(once.once(form.key(), form.body() + Sha256.hex(bytes), () -> {
                photos.store(
                        ids.next(),
                        new PatientId(id),
                        form.text("session").map(UUID::fromString),
                        PhotoView.find(form.required("view", "View"))
                                .orElseThrow(() -> new Refusal(List.of("This view is not known here."))),
                        takenOn(form, clock.today()),
                        scale(form),
                        bytes);
                return "/people/" + id + "/photos";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, entered(form), refusal.why());
        } catch (UnusablePhoto refused) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    entered(form),
                    List.of("Not stored: the file is " + refused.getMessage() + ". " + ACCEPTED));
        } catch (IllegalArgumentException refused) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    entered(form),
                    List.of("Not stored: " + refused.getMessage()));
        }
    }

    private static Entered entered(Form form) {
        return new Entered(
                form.text("view").orElse(""),
                form.text("takenOn").orElse(""),
                form.text("mmPerPx").orElse(""));
    }

    static LocalDate takenOn(Form form, LocalDate today) {
        String text = form.required("takenOn", "Taken on");
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today)) {
                throw new Refusal(List.of("“Taken on” was " + text + ", which is still to come."));
            }
            return day;
        } catch (DateTimeException notADate) {
            throw new Refusal(List.of("“Taken on” was " + text + ", expected a date such as 2026-11-20."));
        }
    }

    private static OptionalDouble scale(Form form) {
        Optional<String> text = form.text("mmPerPx");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double scale = Double.parseDouble(text.get().replace(',', '.'));
            if (!(scale >= 0.001 && scale <= 10)) {
                throw new Refusal(List.of("“Scale” was " + text.get() + ", expected 0.001 to 10 mm for a pixel."));
            }
            return OptionalDouble.of(scale);
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("“Scale” was " + text.get() + ", expected a number such as 0.05."));
        }
    }

    @GetMapping("/people/{id}/photos/{photo}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID photo) {
        var patient = new PatientId(id);
        StoredPhoto stored = photos.find(patient, photo);
        return ResponseEntity.ok()
                .header("Content-Type", stored.mediaType())
                .header("Content-Disposition", "inline")
                .body(photos.bytes(patient, photo));
    }

    /// Made small, to be seen among others. Each look is in the audit trail.
    @GetMapping("/people/{id}/photos/{photo}/small")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> small(@PathVariable UUID id, @PathVariable UUID photo) {
        return jpeg(small.small(new PatientId(id), photo));
    }

    /// On a ground and at a scale that it shares with another photo.
    @GetMapping("/people/{id}/photos/{photo}/beside/{other}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> beside(@PathVariable UUID id, @PathVariable UUID photo, @PathVariable UUID other) {
        return jpeg(small.alike(new PatientId(id), photo, other));
    }

    private static ResponseEntity<byte[]> jpeg(byte[] file) {
        return ResponseEntity.ok()
                .header("Content-Type", "image/jpeg")
                .header("Content-Disposition", "inline")
                .body(file);
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, Entered entered, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "photos");
            LocalDate today = clock.today();
            return new PhotosPage(
                    id.toString(),
                    person.name(),
                    identities.of(person),
                    ids.next(),
                    ids.next(),
                    entered,
                    leave.allows(person.id(), Purpose.RECORD_PHOTOS),
                    Arrays.stream(PhotoView.values())
                            .map(view -> new Option(view.id(), view.words()))
                            .toList(),
                    photos.shown(person.id()).stream()
                            .map(photo -> shot(id, photo, today))
                            .toList(),
                    withheld(person.id()),
                    problems);
        });
        return pages.show(status, "photo/photos", "/people", java.util.Objects.requireNonNull(page));
    }

    /// What is said where photos are there and not shown.
    private Optional<Withheld> withheld(PatientId patient) {
        if (leave.mayShow(patient, Purpose.RECORD_PHOTOS)) {
            return Optional.empty();
        }
        return leave.withdrawn(patient, Purpose.RECORD_PHOTOS)
                .map(at -> new Withheld(
                        Days.moment(at, Acting.current().zone()),
                        photos.of(patient).size(),
                        Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN),
                        ids.next()));
    }

    /// A supervising clinician sees what is withheld, for a time and with a reason.
    @PostMapping("/people/{id}/photos/withheld")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> look(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = leave.look(
                        ids.next(),
                        new PatientId(id),
                        Purpose.RECORD_PHOTOS,
                        form.text("reason").orElse(""));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/photos";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, entered(form), refusal.why());
        }
    }

    private static Shot shot(UUID id, StoredPhoto photo, LocalDate today) {
        return new Shot(
                photo.id().toString(),
                "/people/" + id + "/photos/" + photo.id(),
                photo.view().words(),
                Days.near(photo.takenOn(), today),
                photo.widthPx() + " × " + photo.heightPx() + " px"
                        + (photo.mmPerPx().isPresent()
                                ? ", " + photo.mmPerPx().getAsDouble() + " mm/px"
                                : ", no scale"),
                photo.widthPx(),
                photo.heightPx(),
                photo.capture().map(PhotoPages::occasion).orElse(""),
                photo.capture().map(Capture::ruler).orElse(""),
                photo.capture().map(Capture::missed).orElse(List.of()));
    }

    private static String occasion(Capture capture) {
        return capture.zone().map(zone -> zone.words() + ", ").orElse("")
                + capture.moment().words();
    }
}
