package org.stipple.clinic.aftercare.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.aftercare.AboutAnswers;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.aftercare.web.OwnAfterViews.EntryPage;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.OwnPages;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// A person's own page after a session: where they are in the days that follow, what to do today, and the
/// diary. Every answer is one tap and is kept at once. The page never says that something is no reason to
/// worry.
@Controller
class OwnAfterPages {

    private static final Logger LOG = LoggerFactory.getLogger(OwnAfterPages.class);

    private static final String WHY =
            "a person has no account; the secret in the address opens what comes after one session";

    private final OwnPages pages;
    private final OwnDoor door;
    private final Diary diary;
    private final OwnAfterLooks looks;
    private final OwnAfterPapers papers;
    private final HomePhotos home;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    OwnAfterPages(
            OwnPages pages,
            OwnDoor door,
            Diary diary,
            OwnAfterLooks looks,
            OwnAfterPapers papers,
            HomePhotos home,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.door = door;
        this.diary = diary;
        this.looks = looks;
        this.papers = papers;
        this.home = home;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/own/after/{token}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> after(@PathVariable String token) {
        return door.open(
                        token,
                        Errand.AFTER,
                        guest -> pages.show(
                                HttpStatus.OK,
                                "aftercare/own",
                                guest.clinicName(),
                                guest.reach(),
                                Objects.requireNonNull(transaction.execute(_ -> looks.after(guest, path(token))))))
                .orElseGet(pages::notGood);
    }

    @GetMapping("/own/after/{token}/sheet.pdf")
    @OpenToAll(because = WHY)
    ResponseEntity<?> sheet(@PathVariable String token) {
        return door.<ResponseEntity<?>>open(token, Errand.AFTER, guest -> {
                    byte[] file = Objects.requireNonNull(
                            transaction.execute(_ -> papers.pdf(guest, looks.after(guest, path(token)))));
                    return ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_PDF)
                            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"after-your-session.pdf\"")
                            .body(file);
                })
                .orElseGet(pages::notGood);
    }

    @GetMapping("/own/after/{token}/steps.ics")
    @OpenToAll(because = WHY)
    ResponseEntity<?> steps(@PathVariable String token) {
        return door.<ResponseEntity<?>>open(token, Errand.AFTER, guest -> {
                    String file = Objects.requireNonNull(transaction.execute(
                            _ -> papers.calendar(guest, looks.session(guest), looks.after(guest, path(token)))));
                    return ResponseEntity.ok()
                            .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"after-your-session.ics\"")
                            .body(file);
                })
                .orElseGet(pages::notGood);
    }

    @GetMapping("/own/after/{token}/entry/{entry}")
    @OpenToAll(because = WHY)
    ResponseEntity<String> entry(
            @PathVariable String token,
            @PathVariable UUID entry,
            @RequestParam Optional<String> ask,
            @RequestParam(defaultValue = "") String photo) {
        return door.open(token, Errand.AFTER, guest -> {
                    EntryPage page = Objects.requireNonNull(transaction.execute(_ -> looks.entry(
                            guest, path(token), mine(guest, entry), ask.flatMap(DiaryQuestion::find), photo)));
                    return pages.show(
                            HttpStatus.OK,
                            "aftercare/entry",
                            guest.clinicName(),
                            guest.reach(),
                            page.with(told(guest, entry)));
                })
                .orElseGet(pages::notGood);
    }

    /// What a program says about the answers is the last thing that is asked for, and in its own transaction:
    /// where it fails, everything else stands on the page.
    private Optional<AboutAnswers.Told> told(Guest guest, UUID entry) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> looks.told(guest, mine(guest, entry))));
        } catch (RuntimeException failed) {
            LOG.error("nothing was said about answers: {}", failed.getClass().getName());
            return Optional.empty();
        }
    }

    @PostMapping("/own/after/{token}/entry/{entry}/photo")
    @OpenToAll(because = WHY)
    ResponseEntity<String> photo(@PathVariable String token, @PathVariable UUID entry, HttpServletRequest request) {
        return door.open(token, Errand.AFTER, guest -> photo(token, entry, guest, request))
                .orElseGet(pages::notGood);
    }

    /// The page of the entry says what came of it, also after it was loaded once more.
    private ResponseEntity<String> photo(String token, UUID entry, Guest guest, HttpServletRequest request) {
        DiaryEntry written = Objects.requireNonNull(transaction.execute(_ -> mine(guest, entry)));
        String here = OwnAfterLooks.here(path(token), written);
        try {
            byte[] file = file(request);
            UUID form = UUID.fromString(Objects.requireNonNullElse(request.getParameter("key"), ""));
            String what = form + " " + entry + " " + Sha256.hex(file);
            // Another file from the same page is another photo; the same one again is the same.
            once.once(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)), what, () -> {
                home.keep(ids.next(), guest.patient(), entry, file);
                return "photo by link";
            });
            return Pages.seeOther(here + "?photo=kept#photo");
        } catch (MaxUploadSizeExceededException large) {
            return Pages.seeOther(here + "?photo=" + HomePhotos.Why.TOO_LARGE.id() + "#photo");
        } catch (HomePhotos.NotKept refused) {
            return Pages.seeOther(here + "?photo=" + refused.why().id() + "#photo");
        } catch (IllegalArgumentException | MultipartException | IOException unfit) {
            return pages.refused(guest.clinicName(), guest.reach(), here);
        }
    }

    /// Nothing where no file was chosen.
    private static byte[] file(HttpServletRequest request) throws IOException {
        if (request instanceof MultipartHttpServletRequest form) {
            MultipartFile file = form.getFile("file");
            return file == null ? new byte[0] : file.getBytes();
        }
        return new byte[0];
    }

    private DiaryEntry mine(Guest guest, UUID entry) {
        return diary.find(guest.patient(), entry)
                .filter(one -> looks.isOf(guest, one.session()))
                .orElseThrow(NotHere::new);
    }

    @PostMapping("/own/after/{token}/answer")
    @OpenToAll(because = WHY)
    ResponseEntity<String> answer(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return door.open(token, Errand.AFTER, guest -> keep(token, guest, form)).orElseGet(pages::notGood);
    }

    private ResponseEntity<String> keep(String token, Guest guest, Form form) {
        int had = form.text("words").map(String::length).orElse(0);
        if (had > DiaryQuestion.MOST_WORDS) {
            return pages.tooLong(guest.clinicName(), guest.reach(), had, DiaryQuestion.MOST_WORDS, path(token));
        }
        try {
            UUID entry = entry(form);
            // The address is none of what is kept of a request: it has the secret of the link.
            once.once(form.key(), form.body(), () -> {
                String words = form.text("words").orElse("");
                diary.answer(
                        guest.patient(),
                        // What was begun goes on where it was begun; what begins is about the newest session.
                        diary.find(guest.patient(), entry)
                                .map(DiaryEntry::session)
                                .filter(session -> looks.isOf(guest, session))
                                .orElseGet(() -> looks.session(guest).id()),
                        entry,
                        DiaryQuestion.find(form.required("question", "question"))
                                .orElseThrow(() -> new Refusal(List.of("This question is not known."))),
                        form.required("answer", "answer"),
                        words);
                return "answered by link";
            });
            return Pages.seeOther(path(token) + "/entry/" + entry);
        } catch (Once.KeyUsedForSomethingElse before) {
            return pages.sentBefore(guest.clinicName(), guest.reach(), path(token));
        } catch (Refusal | IllegalArgumentException unfit) {
            return pages.refused(guest.clinicName(), guest.reach(), path(token));
        }
    }

    private static UUID entry(Form form) {
        return UUID.fromString(form.required("entry", "entry"));
    }

    private static String path(String token) {
        return "/own/after/" + token;
    }
}
