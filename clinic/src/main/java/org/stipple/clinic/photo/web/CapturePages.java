package org.stipple.clinic.photo.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.photo.KeptInBrowser;
import org.stipple.clinic.photo.Moment;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.StoredPhoto;
import org.stipple.clinic.photo.Taken;
import org.stipple.clinic.photo.Uploads;
import org.stipple.clinic.photo.Uploads.Announced;
import org.stipple.clinic.photo.Uploads.Progress;
import org.stipple.clinic.photo.web.CaptureLooks.For;
import org.stipple.clinic.photo.web.CaptureViews.CapturePage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.imaging.UnusablePhoto;
import org.stipple.quantities.ZoneId;

/// Photos taken view by view: with the camera of the browser, sent in parts that may come again, or as files,
/// one for each view.
@Controller
class CapturePages {

    /// What every page has, and in addition that WebAssembly may run: of all pages this one alone, and only
    /// where the landmarks of faces are there. Text never becomes a program, here neither.
    static final String WITH_GUIDE =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// A part of a photo: half a megabyte is what the page sends.
    private static final int MOST_BYTES = 2_000_000;

    private static final String OFFSET = "Upload-Offset";
    private static final String STATE = "Upload-State";

    private final Pages pages;
    private final CaptureLooks looks;
    private final Photos photos;
    private final Uploads uploads;
    private final KeptInBrowser kept;
    private final Once once;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    CapturePages(
            Pages pages,
            CaptureLooks looks,
            Photos photos,
            Uploads uploads,
            KeptInBrowser kept,
            Once once,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.looks = looks;
        this.photos = photos;
        this.uploads = uploads;
        this.kept = kept;
        this.once = once;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/photos/capture")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> capture(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> query) {
        return show(HttpStatus.OK, id, occasion(new Form(query)), List.of());
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, For what, List<String> problems) {
        CapturePage page = Objects.requireNonNull(transaction.execute(_ -> looks.page(id, what, problems)));
        ResponseEntity<String> shown = pages.show(status, "photo/capture", "/people", page);
        return page.guide().isEmpty()
                ? shown
                : ResponseEntity.status(status)
                        .headers(shown.getHeaders())
                        .header("Content-Security-Policy", WITH_GUIDE)
                        .body(shown.getBody());
    }

    private static For occasion(Form form) {
        Optional<UUID> session = form.text("session").map(text -> uuid(text, "Session"));
        Moment moment = form.text("moment")
                .map(text -> Moment.find(text)
                        .orElseThrow(() -> new Refusal(
                                List.of("“Moment” was " + text + ", expected " + "before, after or visit."))))
                .orElse(session.isPresent() ? Moment.BEFORE : Moment.VISIT);
        return session.isPresent() ? new For(session, moment) : new For(session, Moment.VISIT);
    }

    /// Without a camera or without scripts: the file of one view.
    @PostMapping("/people/{id}/photos/capture")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> file(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields, @RequestParam MultipartFile file)
            throws IOException {
        var form = new Form(fields);
        var what = occasion(form);
        byte[] bytes = file.getBytes();
        try {
            return Pages.seeOther(once.once(form.key(), form.body() + Sha256.hex(bytes), () -> {
                photos.store(form.key(), new PatientId(id), taken(form, Taken.Way.FILE), bytes);
                return "/people/" + id + "/photos/capture" + what.query() + "#view-" + place(form);
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, what, refusal.why());
        } catch (UnusablePhoto refused) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, what, List.of(unusable(refused)));
        } catch (IllegalArgumentException refused) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT, id, what, List.of("Not stored: " + refused.getMessage() + "."));
        }
    }

    private static String place(Form form) {
        return form.text("view").orElse("")
                + form.text("zone").map(zone -> "-" + zone).orElse("");
    }

    private static String unusable(UnusablePhoto refused) {
        return "Not stored: the file is " + refused.getMessage() + ". " + PhotoPages.ACCEPTED;
    }

    private Taken taken(Form form, Taken.Way way) {
        For what = occasion(form);
        return new Taken(
                what.session(),
                what.moment(),
                PhotoView.find(form.required("view", "View"))
                        .orElseThrow(() -> new Refusal(List.of("This view is not known here."))),
                form.text("zone")
                        .map(zone -> ZoneId.find(zone)
                                .orElseThrow(() -> new Refusal(List.of("This zone is not known here.")))),
                PhotoPages.takenOn(form, clock.today()),
                OptionalDouble.empty(),
                way,
                form.texts("seen"),
                form.texts("though"));
    }

    private Announced announced(Form form) {
        return new Announced(
                taken(form, form.text("way").filter("file"::equals).isPresent() ? Taken.Way.FILE : Taken.Way.GUIDED),
                form.integer("bytes", "Size of the file"),
                form.required("sha256", "SHA-256 of the file"));
    }

    /// Says what will come, and learns how much of it is there.
    @PostMapping("/people/{id}/photos/uploads")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> announce(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var person = new PatientId(id);
        return answered(() -> told(
                person, uploads.announce(person, uuid(form.required("upload", "Upload"), "Upload"), announced(form))));
    }

    @GetMapping("/people/{id}/photos/uploads/{upload}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> progress(@PathVariable UUID id, @PathVariable UUID upload) {
        var person = new PatientId(id);
        return answered(() -> told(person, uploads.at(person, upload)));
    }

    /// The next part: the bytes of the file from `at`, as they are.
    @PostMapping("/people/{id}/photos/uploads/{upload}/part")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> part(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestParam(defaultValue = "0") long at,
            HttpServletRequest request) {
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException cut) {
            // The connection ended within the part: nothing of it is taken, and nobody hears it.
            return text(HttpStatus.BAD_REQUEST, "This part ended before it was whole; it was not taken.");
        }
        return answered(() -> {
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "this part has more than " + MOST_BYTES / 1_000_000 + " MB; it was not taken");
            }
            Uploads.Taking taking = uploads.add(new PatientId(id), upload, at, bytes);
            return ResponseEntity.status(taking.taken() ? HttpStatus.OK : HttpStatus.CONFLICT)
                    .contentType(MediaType.TEXT_PLAIN)
                    .header(OFFSET, Long.toString(taking.bytes()))
                    .header(STATE, "coming")
                    .body("");
        });
    }

    /// Everything has come: the photo is stored, and what was found in it is the answer.
    @PostMapping("/people/{id}/photos/uploads/{upload}/whole")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> whole(
            @PathVariable UUID id, @PathVariable UUID upload, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var person = new PatientId(id);
        return answered(() -> stored(person, uploads.complete(person, upload, announced(form))));
    }

    private interface Asked {
        ResponseEntity<String> answer();
    }

    /// Refusals as text: a script shows them beside the view.
    private static ResponseEntity<String> answered(Asked asked) {
        try {
            return asked.answer();
        } catch (NoSuchPatient absent) {
            throw absent;
        } catch (Refusal refusal) {
            return text(HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", refusal.why()));
        } catch (UnusablePhoto refused) {
            return text(HttpStatus.UNPROCESSABLE_CONTENT, unusable(refused));
        } catch (Uploads.Garbled garbled) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.TEXT_PLAIN)
                    .header(OFFSET, "0")
                    .body(garbled.getMessage());
        } catch (Uploads.OtherContent other) {
            return text(HttpStatus.CONFLICT, "Not stored: " + other.getMessage() + ".");
        } catch (IllegalArgumentException refused) {
            return text(HttpStatus.UNPROCESSABLE_CONTENT, "Not stored: " + refused.getMessage() + ".");
        }
    }

    private static ResponseEntity<String> text(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(STATE, "refused")
                .body(words);
    }

    private ResponseEntity<String> told(PatientId person, Progress progress) {
        return switch (progress) {
            case Progress.Coming(long bytes) ->
                ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header(OFFSET, Long.toString(bytes))
                        .header(STATE, "coming")
                        .body("");
            case Progress.Stored(StoredPhoto photo) -> stored(person, photo);
        };
    }

    private ResponseEntity<String> stored(PatientId person, StoredPhoto photo) {
        ResponseEntity<String> part =
                pages.part("photo/answer", Map.of("answer", CaptureLooks.answer(person, photo, 0)));
        return ResponseEntity.ok()
                .headers(part.getHeaders())
                .header(STATE, "stored")
                .body(part.getBody());
    }

    /// The key under which this browser keeps what it could not send yet.
    @GetMapping("/photos/key")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> key() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(kept.keyOf(Acting.current()));
    }

    private static UUID uuid(String text, String words) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new Refusal(List.of("“" + words + "” was " + text + ", expected an identifier."));
        }
    }
}
