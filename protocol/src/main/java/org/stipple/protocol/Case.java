package org.stipple.protocol;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// One question with the knowledge it is asked of: the facts laid out for quick evaluation, and the depths that
/// may be
/// set in each zone, worked out when a rule first asks. It belongs to one thread and lives for one answer.
final class Case {

    private final Contents contents;
    private final PatientFacts facts;
    private final LocalDate on;
    private final Optional<Device> device;
    private final @Nullable Answer[] answers = new @Nullable Answer[Fact.values().length];
    private final Map<ZoneId, DepthRange> depths = new EnumMap<>(ZoneId.class);

    Case(Contents contents, PatientFacts facts, LocalDate on) {
        this.contents = contents;
        this.facts = facts;
        this.on = on;
        this.device = contents.device(facts.device());
        facts.answers().forEach((fact, answer) -> answers[fact.ordinal()] = answer);
        // Male is recorded as unable to be pregnant, so silence is an answer; said to be true it counts all
        // the same.
        if (isMale()) {
            assume(Fact.PREGNANT);
            assume(Fact.BREASTFEEDING);
        }
    }

    private void assume(Fact fact) {
        if (answers[fact.ordinal()] == null) {
            answers[fact.ordinal()] = new Answer.Flag(false);
        }
    }

    private boolean isMale() {
        return answers[Fact.SEX.ordinal()] instanceof Answer.Word(var word) && word.equals(Sex.MALE.id());
    }

    Contents contents() {
        return contents;
    }

    PatientFacts facts() {
        return facts;
    }

    LocalDate on() {
        return on;
    }

    /// Empty for radio-frequency, which has no entry.
    Optional<Device> device() {
        return device;
    }

    @Nullable
    Answer answer(Fact fact) {
        return answers[fact.ordinal()];
    }

    boolean isUnknown(Fact fact) {
        return answers[fact.ordinal()] == null;
    }

    /// Adds what must be asked to know a fact: where the sex is unknown it may settle pregnancy.
    void missing(Fact fact, Set<Fact> into) {
        if (isUnknown(fact)) {
            if ((fact == Fact.PREGNANT || fact == Fact.BREASTFEEDING) && isUnknown(Fact.SEX)) {
                into.add(Fact.SEX);
            }
            into.add(fact);
        }
    }

    boolean asksOneOf(Set<Indication> indications) {
        for (var sought : facts.indications()) {
            if (indications.contains(sought.indication())) {
                return true;
            }
        }
        return false;
    }

    boolean isUnder(List<String> jurisdictions) {
        return facts.place()
                .jurisdiction()
                .map(stated -> jurisdictions.stream().anyMatch(whole -> DepthLaw.covers(whole, stated)))
                .orElse(false);
    }

    /// The depths that may be set in a zone; empty for radio-frequency.
    Optional<DepthRange> depth(ZoneId zone) {
        return device.map(known -> depths.computeIfAbsent(zone, id -> DepthRange.of(this, known, contents.zone(id))));
    }

    /// The depth that is asked for or that fixed needles give, as far as it can be set; empty where the plan
    /// decides.
    Optional<Depth> askedDepth(ZoneId zone) {
        boolean asked = facts.wishes().goalDepth().isPresent()
                || device.map(Device::isFixed).orElse(false);
        return asked && depth(zone).orElse(null) instanceof DepthRange.Settable settable
                ? Optional.of(settable.chosen())
                : Optional.empty();
    }
}
