package org.stipple.clinic.recall.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.recall.Approved;
import org.stipple.clinic.recall.Recalls;
import org.stipple.clinic.recall.Recalls.Overview;
import org.stipple.clinic.recall.Treated;
import org.stipple.clinic.recall.web.RecallViews.PersonRow;
import org.stipple.clinic.recall.web.RecallViews.RecallLine;
import org.stipple.clinic.recall.web.RecallViews.RecallPage;
import org.stipple.clinic.recall.web.RecallViews.RecallsPage;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Verdict;

/// The recalls of the clinic: from goods to their people, and on until each of them knows.
@Controller
class RecallPages {

    private final Pages pages;
    private final Recalls recalls;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    RecallPages(Pages pages, Recalls recalls, Once once, Ids ids, TransactionTemplate transaction) {
        this.pages = pages;
        this.recalls = recalls;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/recalls")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> all() {
        return pages.show(
                "recall/recalls",
                "/recalls",
                new RecallsPage(recalls.all().stream().map(RecallPages::line).toList()));
    }

    private static RecallLine line(Overview recall) {
        boolean concerns = recall.sessions() > 0;
        boolean written = !recall.notices().isEmpty();
        return new RecallLine(
                "/recalls/" + recall.goods().id(),
                Sentence.beginning(recall.goods().words()),
                recall.articleName() + ", recalled " + moment(recall.goods().at()) + ": "
                        + recall.goods().reason(),
                !concerns || written ? Verdict.GO : Verdict.NO,
                !concerns
                        ? "nobody was treated with it"
                        : (recall.sessions() == 1 ? "1 session" : recall.sessions() + " sessions")
                                + (written ? ", written to" : ", nobody written to yet"));
    }

    @GetMapping("/recalls/{recall}")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> one(@PathVariable UUID recall, @RequestParam(defaultValue = "") String done) {
        String words = switch (done) {
            case "" -> "";
            case "called" -> "The call is written down.";
            case "0" -> "Everybody had been written to before. Nobody was written to twice.";
            case "1" -> "One person is written to. Who has no channel stands on the call list.";
            default ->
                done.matches("[0-9]{1,6}")
                        ? done + " people are written to. Who has no channel stands on the call list."
                        : "";
        };
        return show(HttpStatus.OK, recall, words, Optional.empty(), List.of());
    }

    @PostMapping("/recalls/{recall}")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> write(@PathVariable UUID recall, @RequestParam MultiValueMap<String, String> fields) {
        recalls.overview(recall);
        var form = new Form(fields);
        Optional<String> words = form.text("words").map(text -> text.replaceAll("\\s+", " "));
        try {
            return Pages.seeOther(once.once(
                    form.key(),
                    form.body(),
                    () -> "/recalls/" + recall + "?done=" + recalls.write(recall, words.orElse(""))));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, recall, "", words, refusal.why());
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, UUID recall, String done, Optional<String> typed, List<String> problems) {
        RecallPage page = Objects.requireNonNull(transaction.execute(_ -> page(recall, done, typed, problems)));
        return pages.show(status, "recall/recall", "/recalls", page);
    }

    private RecallPage page(UUID recall, String done, Optional<String> typed, List<String> problems) {
        Overview overview = recalls.overview(recall);
        List<Treated> treated = recalls.treated(recall);
        Optional<Approved> approved = recalls.words();
        boolean clinician = Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN);
        return new RecallPage(
                recall.toString(),
                "Recall of " + overview.goods().words(),
                overview.articleName() + ", recalled " + moment(overview.goods().at()) + " by "
                        + overview.goods().by() + ": " + overview.goods().reason(),
                done,
                problems,
                treated.stream().map(this::row).toList(),
                typed.or(() -> approved.map(Approved::words)).orElseGet(recalls::usualWords),
                approved.map(text -> "Approved " + moment(text.at()) + " by " + text.by() + ".")
                        .orElse("Nobody has approved this text yet."),
                clinician || approved.isPresent(),
                clinician,
                (int) treated.stream().filter(one -> one.message().isEmpty()).count(),
                overview.notices().stream()
                        .map(notice -> moment(notice.at()) + ": " + notice.people() + " written to by " + notice.by())
                        .toList(),
                ids.next());
    }

    private PersonRow row(Treated one) {
        return new PersonRow(
                "/people/" + one.person().id() + "/contact",
                one.person().details().familyName() + ", "
                        + one.person().details().givenName(),
                Days.full(one.person().details().birthDate()),
                one.person().details().phone().orElse(""),
                one.sessions().stream().map(RecallPages::words).toList(),
                verdict(one),
                one.message().map(message -> message.standing().words()).orElse("not written to yet"),
                one.message().map(RecallPages::details).orElse(List.of()),
                one.message().map(message -> message.id().toString()).orElse(""),
                one.message().isPresent() && !one.isDone(),
                ids.next());
    }

    private static Verdict verdict(Treated one) {
        return one.message()
                .map(Message::standing)
                .map(standing -> switch (standing) {
                    case ACKNOWLEDGED, TOLD -> Verdict.GO;
                    case SENT, WAITING, OVER -> Verdict.WAIT;
                    case NOT_DELIVERED, NO_CHANNEL -> Verdict.NO;
                })
                .orElse(Verdict.NO);
    }

    private static List<String> details(Message message) {
        var details = new ArrayList<String>();
        message.deliveries()
                .forEach(delivery -> details.add(
                        delivery.channel().words() + ": " + delivery.state().words()));
        message.acknowledged().ifPresent(at -> details.add("said on " + moment(at) + " that they read it"));
        message.calls()
                .forEach(call -> details.add("called " + moment(call.at()) + " by " + call.by() + ": "
                        + call.outcome().words() + (call.note().isEmpty() ? "" : " (“" + call.note() + "”)")));
        return details;
    }

    private static String words(Session session) {
        return "Session " + session.number() + ", "
                + Days.full(LocalDate.ofInstant(
                        session.startedAt(), Acting.current().zone()))
                + ": " + zones(session);
    }

    private static String zones(Session session) {
        String zones = session.standing().stream()
                .map(Charted::zone)
                .map(org.stipple.quantities.ZoneId::words)
                .collect(Collectors.joining(", "));
        return zones.isEmpty() ? "no zone charted" : zones;
    }

    /// To be printed and kept with the recall.
    @GetMapping("/recalls/{recall}/report")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> report(@PathVariable UUID recall) {
        RecallPage page =
                Objects.requireNonNull(transaction.execute(_ -> page(recall, "", Optional.empty(), List.of())));
        return pages.show("recall/report", "/recalls", page);
    }

    /// The same for other programs.
    @GetMapping("/recalls/{recall}/report.csv")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> csv(@PathVariable UUID recall) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("recalled", "article", "family name", "given name", "born", "sessions", "state", "details"));
        transaction.executeWithoutResult(_ -> {
            Overview overview = recalls.overview(recall);
            for (Treated one : recalls.treated(recall)) {
                PersonRow row = row(one);
                rows.add(List.of(
                        overview.goods().words(),
                        overview.articleName(),
                        one.person().details().familyName(),
                        one.person().details().givenName(),
                        one.person().details().birthDate().toString(),
                        String.join("; ", row.sessions()),
                        row.words(),
                        String.join("; ", row.details())));
            }
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"recall.csv\"")
                .body(RecallCsv.of(rows));
    }

    private static String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }
}
