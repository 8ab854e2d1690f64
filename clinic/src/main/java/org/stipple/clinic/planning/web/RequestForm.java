package org.stipple.clinic.planning.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;

/// Turns the intake form into the request file of the command line.
///
/// A field `fact:peel.last` holds `true`, `false`, `never`, a word, a number, or `date` with the date beside it
/// in
/// `day:peel.last`; `unknown` and nothing at all are both unknown. For a fact of zones `true` may be narrowed by
/// `zones:…`.
final class RequestForm {

    private RequestForm() {}

    static Document.Mapping request(Form form) {
        var request = Document.mapping()
                .with("setting", Document.of("clinic"))
                .with("device", Document.of(form.required("device", "Device")))
                .with("operator", Document.of(form.required("operator", "Who treats")))
                .with(
                        "jurisdiction",
                        form.text("jurisdiction").map(Document::of).orElse(Document.UNKNOWN))
                .with(
                        "fitzpatrick",
                        form.text("fitzpatrick").map(RequestForm::whole).orElse(Document.UNKNOWN))
                .with("indications", Document.texts(chosen(form, "indication", "What is to be treated")))
                .with("zones", Document.texts(chosen(form, "zone", "Where")));
        var depth = form.text("goalDepthMm");
        if (depth.isPresent()) {
            request = request.with("goal", Document.mapping().with("depthMm", number(depth.get(), "Wished depth")));
        }
        return request.with("facts", facts(form));
    }

    private static List<String> chosen(Form form, String name, String words) {
        List<String> chosen = form.texts(name);
        if (chosen.isEmpty()) {
            throw new Refusal(List.of("“" + words + "” is empty; choose one at least."));
        }
        return chosen;
    }

    private static Document.Mapping facts(Form form) {
        var facts = Document.mapping();
        for (Fact fact : Fact.values()) {
            Optional<Document> answer = fact.standsAtTop() ? Optional.empty() : answer(form, fact);
            if (answer.isPresent()) {
                facts = put(facts, fact.path(), answer.get());
            }
        }
        return facts;
    }

    private static Document.Mapping put(Document.Mapping facts, String path, Document answer) {
        int point = path.indexOf('.');
        if (point < 0) {
            return facts.with(path, answer);
        }
        String whole = path.substring(0, point);
        var parts = facts.fields().get(whole) instanceof Document.Mapping known ? known : Document.mapping();
        return facts.with(whole, parts.with(path.substring(point + 1), answer));
    }

    private static Optional<Document> answer(Form form, Fact fact) {
        return form.text("fact:" + fact.path())
                .filter(answer -> !answer.equals("unknown"))
                .flatMap(answer -> switch (fact.shape()) {
                    case FLAG -> Optional.of(Document.of(isYes(answer, fact)));
                    case ZONES -> Optional.of(zones(form, fact, answer));
                    case DAY -> day(form, fact, answer);
                    case WORD -> Optional.of(Document.of(answer));
                    case WHOLE -> Optional.of(whole(answer));
                    case DEPTH -> Optional.of(number(answer, fact.path()));
                });
    }

    private static Document zones(Form form, Fact fact, String answer) {
        List<String> only = form.texts("zones:" + fact.path());
        boolean yes = isYes(answer, fact);
        return yes && !only.isEmpty() ? Document.texts(only) : Document.of(yes);
    }

    /// Only a plain no is a no.
    private static boolean isYes(String answer, Fact fact) {
        return switch (answer) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new Refusal(
                        List.of("The answer to “" + fact.path() + "” was " + answer + ", expected yes or no."));
        };
    }

    private static Optional<Document> day(Form form, Fact fact, String answer) {
        return answer.equals("never")
                ? Optional.of(Document.of("never"))
                : form.text("day:" + fact.path()).map(Document::of);
    }

    private static Document whole(String text) {
        try {
            return Document.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return Document.of(text);
        }
    }

    private static Document number(String text, String words) {
        try {
            return Document.of(new BigDecimal(text.replace(',', '.')));
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("“" + words + "” was " + text + ", expected a number such as 1.5."));
        }
    }
}
