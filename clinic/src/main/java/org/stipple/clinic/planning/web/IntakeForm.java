package org.stipple.clinic.planning.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.clinic.web.Form;
import org.stipple.protocol.Fact;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// The intake as the fields of its form: what somebody has just entered, or what saved answers fill in. The
/// page shows both alike, so that nothing entered is lost when one field does not fit.
///
/// What stands at the top of the request has its path as its name (`device`, `goal.depthMm`,
/// `areaCm2.cheek-left`). `fact:peel.last` holds `true`, `false`, `never`, a word, `unknown`, or `date` with
/// the date in `day:peel.last`; a `true` about zones may be narrowed by `zones:…`. `about:…` holds the zones
/// that the question was asked about, and `was:…` an answer that was given before zones were added.
record IntakeForm(Form fields) {

    /// The words that say no, whatever the question.
    private static final Set<String> NO = Set.of("false", "never", "none");

    static final IntakeForm EMPTY = new IntakeForm(new Form(Map.of()));

    /// The form that saved answers fill in.
    static IntakeForm of(Document saved) {
        return new IntakeForm(SavedAnswers.fields(saved));
    }

    /// With a field filled in.
    IntakeForm with(String name, String value) {
        var filled = new LinkedHashMap<>(fields.fields());
        filled.put(name, List.of(value));
        return new IntakeForm(new Form(filled));
    }

    /// With zones added to those that are wanted. What was answered about the skin of fewer zones does not hold
    /// any more ([#holds]).
    IntakeForm withZones(Set<ZoneId> more) {
        var wanted = new LinkedHashSet<>(texts("zone"));
        more.stream().sorted().map(ZoneId::id).forEach(wanted::add);
        var filled = new LinkedHashMap<>(fields.fields());
        filled.put("zone", List.copyOf(wanted));
        return new IntakeForm(new Form(filled));
    }

    /// With the answer to a question taken from another form, whatever it was before.
    IntakeForm withAnswer(Fact fact, IntakeForm other) {
        var filled = new LinkedHashMap<>(fields.fields());
        for (String kind : List.of("fact:", "day:", "zones:")) {
            filled.remove(kind + fact.path());
            if (!other.texts(kind + fact.path()).isEmpty()) {
                filled.put(kind + fact.path(), other.texts(kind + fact.path()));
            }
        }
        if (fact.isAboutZones()) {
            filled.put(
                    "about:" + fact.path(),
                    List.of(zones().stream().map(ZoneId::id).collect(Collectors.joining(" "))));
        }
        return new IntakeForm(new Form(filled));
    }

    /// As entered; empty where nothing was.
    String text(String name) {
        return fields.text(name).orElse("");
    }

    List<String> texts(String name) {
        return fields.texts(name);
    }

    /// The choice at a question; empty where none was made.
    String answer(Fact fact) {
        return text("fact:" + fact.path());
    }

    /// The date at a question, as entered.
    String day(Fact fact) {
        return text("day:" + fact.path());
    }

    /// The zones to which a yes was narrowed.
    List<String> only(Fact fact) {
        return texts("zones:" + fact.path());
    }

    /// The answer that was given before zones were added; empty where there was none.
    String before(Fact fact) {
        return text("was:" + fact.path());
    }

    /// The zones wanted, as far as they are known ones.
    Set<ZoneId> zones() {
        return known(texts("zone"));
    }

    /// Whether the answer counts for all the zones wanted: an answer about the skin "there" says nothing of a
    /// zone that was not among those it was asked about. Only a yes everywhere is a yes for that too.
    boolean holds(Fact fact) {
        return !fact.isAboutZones() || isYesEverywhere(fact) || askedAbout(fact).containsAll(zones());
    }

    /// Whether something is entered at a question that is no answer yet: a date or zones without a choice, or
    /// an answer other than no from before zones were added.
    boolean hasLooseEnd(Fact fact) {
        return answer(fact).isEmpty()
                && !isDetail(fact)
                && (!day(fact).isEmpty()
                        || !only(fact).isEmpty()
                        || !before(fact).isEmpty() && !NO.contains(before(fact)));
    }

    /// Details of an earlier needling stand below its date and have no choice of their own.
    static boolean isDetail(Fact fact) {
        return fact == Fact.PREVIOUS_NEEDLING_DEPTH
                || fact == Fact.PREVIOUS_NEEDLING_SESSIONS
                || fact == Fact.PREVIOUS_NEEDLING_ZONES;
    }

    /// The form as it is shown again: every question as asked about the zones now wanted, and those of
    /// `again` without their answer, which is kept beside them as what was said before.
    IntakeForm askedAgain(Set<Fact> again) {
        var shown = new LinkedHashMap<>(fields.fields());
        String zones = zones().stream().map(ZoneId::id).collect(Collectors.joining(" "));
        for (Fact fact : Fact.values()) {
            if (fact.isAboutZones()) {
                shown.put("about:" + fact.path(), List.of(zones));
            }
            if (again.contains(fact)) {
                shown.put("was:" + fact.path(), List.of(answer(fact)));
                shown.remove("fact:" + fact.path());
            } else if (!answer(fact).isEmpty()) {
                shown.remove("was:" + fact.path());
            }
        }
        return new IntakeForm(new Form(shown));
    }

    private boolean isYesEverywhere(Fact fact) {
        return fact.shape() == Fact.Shape.ZONES
                && answer(fact).equals("true")
                && only(fact).isEmpty();
    }

    private Set<ZoneId> askedAbout(Fact fact) {
        return known(Arrays.asList(text("about:" + fact.path()).split(" ")));
    }

    private static Set<ZoneId> known(List<String> ids) {
        var zones = EnumSet.noneOf(ZoneId.class);
        ids.forEach(id -> ZoneId.find(id).ifPresent(zones::add));
        return zones;
    }
}
