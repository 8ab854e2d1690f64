package org.stipple.clinic.aftercare.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.AftercareSheet;
import org.stipple.clinic.aftercare.AftercareSheets;
import org.stipple.clinic.aftercare.web.SheetViews.SheetPage;
import org.stipple.clinic.aftercare.web.SheetViews.StepCard;
import org.stipple.clinic.aftercare.web.SheetViews.Told;
import org.stipple.clinic.aftercare.web.SheetViews.VersionLine;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Citation;
import org.stipple.protocol.Knowledge;

/// What this clinic tells people to do after a session, in every language: read by whoever treats, said otherwise by a
/// supervising clinician, in versions.
@Controller
class SheetPages {

    private final Pages pages;
    private final AftercareSheets sheets;
    private final Knowledge knowledge;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    SheetPages(
            Pages pages,
            AftercareSheets sheets,
            Knowledge knowledge,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.sheets = sheets;
        this.knowledge = knowledge;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/aftercare")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> sheet() {
        return show(HttpStatus.OK, Optional.empty(), List.of());
    }

    @PostMapping("/aftercare")
    @Allowed(Role.SUPERVISING_CLINICIAN)
    ResponseEntity<String> publish(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> missing = sheets.publish(
                        form.integer("version", "version"),
                        knowledge.aftercare(),
                        said(form),
                        form.text("why").orElse(""));
                if (!missing.isEmpty()) {
                    throw new Refusal(missing);
                }
                return "/aftercare";
            }));
        } catch (Refusal refusal) {
            var why = new ArrayList<>(refusal.why());
            why.add("Nothing was published.");
            return show(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), why);
        } catch (ChangedMeanwhile changed) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Optional.of(form),
                    List.of("Somebody published another version meanwhile. What you typed stands here still; nothing "
                            + "was published. Look at theirs below, and publish again if yours is to replace it."));
        }
    }

    private List<AftercareSheet.Line> said(Form form) {
        return knowledge.aftercare().stream()
                .flatMap(step -> Arrays.stream(Tongue.values())
                        .map(tongue -> new AftercareSheet.Line(
                                step.id(),
                                tongue,
                                form.text(field("do", step, tongue)).orElse(""),
                                form.text(field("avoid", step, tongue)).orElse(""))))
                .toList();
    }

    private static String field(String what, AftercareStep step, Tongue tongue) {
        return what + "." + step.id() + "." + tongue.lang();
    }

    private ResponseEntity<String> show(HttpStatus status, Optional<Form> sent, List<String> problems) {
        List<AftercareSheet> all = Objects.requireNonNull(transaction.execute(_ -> sheets.all()));
        Optional<AftercareSheet> newest = all.stream().findFirst();
        return pages.show(
                status,
                "aftercare/sheet",
                "/aftercare",
                new SheetPage(
                        ids.next(),
                        newest.map(AftercareSheet::version).orElse(0),
                        Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN),
                        knowledge.aftercare().stream()
                                .map(step -> card(step, newest, sent))
                                .toList(),
                        sent.flatMap(form -> form.text("why")).orElse(""),
                        all.stream().map(this::line).toList(),
                        problems));
    }

    private static StepCard card(AftercareStep step, Optional<AftercareSheet> newest, Optional<Form> sent) {
        return new StepCard(
                step.id(),
                step.when(),
                step.basis()
                        + (step.sources().isEmpty()
                                ? ""
                                : ": "
                                        + step.sources().stream()
                                                .map(Citation::id)
                                                .collect(Collectors.joining(", "))),
                Arrays.stream(Tongue.values())
                        .map(tongue -> told(step, tongue, newest, sent))
                        .toList());
    }

    private static Told told(AftercareStep step, Tongue tongue, Optional<AftercareSheet> newest, Optional<Form> sent) {
        var words = Words.in(tongue);
        var now = AftercareSheets.told(newest, step, words);
        var ours = KnowledgeWords.in(words);
        return new Told(
                tongue.lang(),
                tongue.own(),
                sent.map(form -> form.text(field("do", step, tongue)).orElse(""))
                        .orElse(now.todo()),
                sent.map(form -> form.text(field("avoid", step, tongue)).orElse(""))
                        .orElse(now.avoid()),
                now.own(),
                now.own() ? ours.todo(step) : "",
                now.own() ? ours.avoid(step) : "");
    }

    private VersionLine line(AftercareSheet sheet) {
        return new VersionLine(
                sheet.version(),
                Days.moment(sheet.at(), Acting.current().zone()) + " by " + sheet.by(),
                sheet.why(),
                knowledge.aftercare().stream()
                        .filter(step -> sheet.line(step.id(), Tongue.ENGLISH).isPresent())
                        .map(AftercareStep::when)
                        .toList());
    }
}
