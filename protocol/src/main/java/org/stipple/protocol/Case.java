package org.stipple.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// One question with the knowledge it is asked of: the facts laid out for quick evaluation, and the depths that
/// may be
/// set in each zone, worked out when a rule first asks. It belongs to one thread and lives for one answer.
final class Case {

    private static final Fact[] FACTS = Fact.values();
    private static final int ZONES = ZoneId.values().length;

    private final Contents contents;
    private final PatientFacts facts;
    private final LocalDate on;
    private final Optional<Device> device;
    private final @Nullable Answer[] answers = new @Nullable Answer[FACTS.length];
    private final @Nullable DepthRange[] depths = new @Nullable DepthRange[ZONES];
    private final int asked;
    private final int indications;
    private final Optional<Sex> sex;

    Case(Contents contents, PatientFacts facts, LocalDate on) {
        this.contents = contents;
        this.facts = facts;
        this.on = on;
        this.device = contents.device(facts.device());
        // An anaesthetic that nobody knows is excluded by nothing, which must not read as safe.
        var anaesthetic = facts.wishes().anaesthetic();
        if (anaesthetic.isPresent()) {
            contents.anaesthetic(anaesthetic.get().product());
        }
        var given = facts.answers();
        for (var fact : FACTS) {
            answers[fact.ordinal()] = given.get(fact);
        }
        this.sex = answers[Fact.SEX.ordinal()] instanceof Answer.Word(var word) ? Sex.find(word) : Optional.empty();
        int zones = 0;
        for (var zone : facts.zones()) {
            zones |= ZoneTruths.bit(zone);
        }
        this.asked = zones;
        int sought = 0;
        for (var one : facts.indications()) {
            sought |= 1 << one.indication().ordinal();
        }
        this.indications = sought;
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
        return sex.isPresent() && sex.get() == Sex.MALE;
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

    /// What must be asked to know a fact, as [Fact#bit]: where the sex is unknown it may settle pregnancy.
    long missing(Fact fact) {
        if (!isUnknown(fact)) {
            return 0;
        }
        boolean settledBySex = fact == Fact.PREGNANT || fact == Fact.BREASTFEEDING;
        return fact.bit() | (settledBySex && isUnknown(Fact.SEX) ? Fact.SEX.bit() : 0);
    }

    /// As [#missing(Fact)], of several facts.
    ///
    /// @param facts as [Fact#bit]
    long missing(long facts) {
        long missing = 0;
        for (long rest = facts; rest != 0; rest &= rest - 1) {
            missing |= missing(FACTS[Long.numberOfTrailingZeros(rest)]);
        }
        return missing;
    }

    /// The zones asked about, as [ZoneTruths#mask].
    int asked() {
        return asked;
    }

    /// Those of the zones that are asked about.
    int askedOf(Set<ZoneId> zones) {
        if (zones.isEmpty()) {
            return 0;
        }
        return zones.size() == ZONES ? asked : asked & ZoneTruths.mask(zones);
    }

    /// True in every zone asked about, or in none.
    long everywhere(boolean truth) {
        return truth ? ZoneTruths.trueIn(asked) : ZoneTruths.NOWHERE;
    }

    Optional<Sex> sex() {
        return sex;
    }

    /// @param oneOf bit k stands for indication k
    boolean asksOneOf(int oneOf) {
        return (indications & oneOf) != 0;
    }

    boolean isUnder(List<String> jurisdictions) {
        var stated = facts.place().jurisdiction();
        if (stated.isEmpty()) {
            return false;
        }
        for (var whole : jurisdictions) {
            if (DepthLaw.covers(whole, stated.get())) {
                return true;
            }
        }
        return false;
    }

    /// The depths that may be set in a zone; empty for radio-frequency.
    Optional<DepthRange> depth(ZoneId zone) {
        return Optional.ofNullable(depthOrNull(zone));
    }

    /// As [#depth(ZoneId)], for rules, which ask often.
    @Nullable
    DepthRange depthOrNull(ZoneId zone) {
        var range = depths[zone.ordinal()];
        if (range == null && device.isPresent()) {
            range = DepthRange.of(this, device.get(), contents.zone(zone));
            depths[zone.ordinal()] = range;
        }
        return range;
    }

    /// The depth that is asked for or that fixed needles give, as far as it can be set; empty where the plan
    /// decides.
    Optional<Depth> askedDepth(ZoneId zone) {
        boolean given = facts.wishes().goalDepth().isPresent()
                || device.isPresent() && device.get().isFixed();
        return given && depthOrNull(zone) instanceof DepthRange.Settable settable
                ? Optional.of(settable.chosen())
                : Optional.empty();
    }
}
