package org.stipple.clinic.treatment.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.treatment.Adjunct;
import org.stipple.clinic.treatment.Afterwards;
import org.stipple.clinic.treatment.Reaction;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.web.AfterViews.After;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.web.Form;

/// What was given beside the needle and found at the end, as it stands and as it was typed.
final class AfterLooks {

    private AfterLooks() {}

    static After of(Session session, Optional<Form> sent) {
        var zone = Acting.current().zone();
        var aftermath = session.aftermath();
        return new After(
                aftermath.adjuncts().stream().map(one -> one.told(zone)).toList(),
                aftermath.adjuncts().stream()
                        .flatMap(one -> one.caution().stream())
                        .distinct()
                        .toList(),
                aftermath.after().stream().map(one -> one.told(zone)).toList(),
                aftermath.after().size(),
                Arrays.stream(Adjunct.Kind.values())
                        .map(kind -> new Option(kind.id(), kind.words()))
                        .toList(),
                Arrays.stream(Reaction.Sign.values())
                        .map(sign -> new Option(sign.id(), sign.words()))
                        .toList(),
                IntStream.rangeClosed(0, Reaction.SEVERE)
                        .mapToObj(grade -> new Option(String.valueOf(grade), Reaction.words(grade)))
                        .toList(),
                Arrays.stream(Afterwards.Aftercare.values())
                        .map(one -> new Option(one.id(), one.words()))
                        .toList(),
                sent.map(AfterLooks::typed)
                        .orElseGet(
                                () -> aftermath.last().map(AfterLooks::standing).orElse(Map.of())));
    }

    /// Whoever amends one thing does not lose the others.
    private static Map<String, String> standing(Afterwards last) {
        var fields = new HashMap<String, String>();
        for (Reaction.Sign sign : Reaction.Sign.values()) {
            last.found().reaction().of(sign).ifPresent(grade -> fields.put(sign.id(), String.valueOf(grade)));
        }
        last.found().applied().ifPresent(product -> fields.put("applied", product));
        last.found().aftercare().ifPresent(given -> fields.put("aftercare", given.id()));
        last.found().note().ifPresent(note -> fields.put("after-note", note));
        return fields;
    }

    private static Map<String, String> typed(Form form) {
        var fields = new HashMap<String, String>();
        form.fields().keySet().forEach(field -> form.text(field).ifPresent(text -> fields.put(field, text)));
        return fields;
    }
}
