package org.stipple.clinic.aftercare.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.OwnDoor;
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

    private static final String WHY =
            "a person has no account; the secret in the address opens what comes after one session";

    private final OwnPages pages;
    private final OwnDoor door;
    private final Diary diary;
    private final OwnAfterLooks looks;
    private final OwnAfterPapers papers;
    private final Once once;
    private final TransactionTemplate transaction;

    OwnAfterPages(
            OwnPages pages,
            OwnDoor door,
            Diary diary,
            OwnAfterLooks looks,
            OwnAfterPapers papers,
            Once once,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.door = door;
        this.diary = diary;
        this.looks = looks;
        this.papers = papers;
        this.once = once;
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
            @PathVariable String token, @PathVariable UUID entry, @RequestParam Optional<String> ask) {
        return door.open(token, Errand.AFTER, guest -> {
                    var page = transaction.execute(_ -> {
                        DiaryEntry written = mine(guest, entry);
                        return looks.entry(guest, path(token), written, ask.flatMap(DiaryQuestion::find));
                    });
                    return pages.show(
                            HttpStatus.OK,
                            "aftercare/entry",
                            guest.clinicName(),
                            guest.reach(),
                            Objects.requireNonNull(page));
                })
                .orElseGet(pages::notGood);
    }

    private DiaryEntry mine(Guest guest, UUID entry) {
        return diary.find(guest.patient(), entry)
                .filter(one -> one.session().equals(guest.about()))
                .orElseThrow(NotHere::new);
    }

    @PostMapping("/own/after/{token}/answer")
    @OpenToAll(because = WHY)
    ResponseEntity<String> answer(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return door.open(token, Errand.AFTER, guest -> keep(token, guest, form)).orElseGet(pages::notGood);
    }

    private ResponseEntity<String> keep(String token, Guest guest, Form form) {
        try {
            UUID entry = entry(form);
            // The address is none of what is kept of a request: it has the secret of the link.
            once.once(form.key(), form.body(), () -> {
                String words = form.text("words").orElse("");
                diary.answer(
                        guest.patient(),
                        guest.about(),
                        entry,
                        DiaryQuestion.find(form.required("question", "question"))
                                .orElseThrow(() -> new Refusal(List.of("This question is not known."))),
                        // Words were typed, and another button was tapped: the words are not lost.
                        words.isEmpty() ? form.required("answer", "answer") : "words",
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
