package org.stipple.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// One question with the knowledge it is asked of: the facts laid out for quick evaluation, and the depths
/// that may be set in each zone, worked out when a rule first asks. It belongs to one thread and lives for
/// one answer.
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

    /// Of each indication sought, in their order, the zones in which it is treated.
    private final int[] sought;

    private final boolean isPlanned;
    private final Optional<Sex> sex;

    Case(Contents contents, PatientFacts facts, LocalDate on) {
        this(contents, facts, on, false);
    }

    /// @param isPlanned whether a plan is made too, so that the depths that it chooses are judged like depths
    ///   asked for
    Case(Contents contents, PatientFacts facts, LocalDate on, boolean isPlanned) {
        this.isPlanned = isPlanned;
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
        this.sought = sought(contents, facts.indications(), zones);
        // Male is recorded as unable to be pregnant, so silence is an answer; said to be true it counts all
        // the same.
        if (isMale()) {
            assume(Fact.PREGNANT);
            assume(Fact.BREASTFEEDING);
        }
    }

    /// Each zone is treated for those of the indications that belong there. Where none does, all count, so
    /// that the zone is refused with all that is to be said of them.
    private static int[] sought(Contents contents, List<Sought> indications, int asked) {
        int[] zones = new int[indications.size()];
        int elsewhere = asked;
        for (int i = 0; i < zones.length; i++) {
            zones[i] = asked & contents.treated().of(indications.get(i).indication());
            elsewhere &= ~zones[i];
        }
        for (int i = 0; i < zones.length; i++) {
            zones[i] |= elsewhere;
        }
        return zones;
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

    /// Whether the practitioner's scope goes to a zone.
    boolean isInScope(ZoneId zone) {
        return facts.wishes().scope().map(scope -> scope.covers(zone)).orElse(true);
    }

    /// The zones asked about to which the practitioner's scope goes, as [ZoneTruths#mask].
    int inScope() {
        var scope = facts.wishes().scope();
        return scope.isEmpty() || scope.get().zones().isEmpty()
                ? asked
                : askedOf(scope.get().zones());
    }

    /// True in every zone asked about, or in none.
    long everywhere(boolean truth) {
        return truth ? ZoneTruths.trueIn(asked) : ZoneTruths.NOWHERE;
    }

    Optional<Sex> sex() {
        return sex;
    }

    /// The zones in which one of some indications is sought.
    ///
    /// @param oneOf bit k stands for indication k
    int whereSought(int oneOf) {
        int zones = 0;
        var all = facts.indications();
        for (int i = 0; i < sought.length; i++) {
            zones |= (oneOf >>> all.get(i).indication().ordinal() & 1) != 0 ? sought[i] : 0;
        }
        return zones;
    }

    /// The zones in which this subtype is sought.
    int whereSought(Sought one) {
        int i = facts.indications().indexOf(one);
        return i < 0 ? 0 : sought[i];
    }

    /// The zones in which an indication is sought.
    ///
    /// @param i its place among the indications
    int whereSoughtAt(int i) {
        return sought[i];
    }

    /// What a zone is treated for.
    List<Sought> soughtIn(ZoneId zone) {
        var here = new java.util.ArrayList<Sought>();
        for (int i = 0; i < sought.length; i++) {
            if ((sought[i] & ZoneTruths.bit(zone)) != 0) {
                here.add(facts.indications().get(i));
            }
        }
        return here;
    }

    /// Whether dark patches are to be expected afterwards: darker skin, or a history of them.
    boolean isProneToPigment() {
        return answers[Fact.FITZPATRICK.ordinal()] instanceof Answer.Whole(var type)
                        && type >= contents.settings().conservativeFrom()
                || answers[Fact.PIH_HISTORY.ordinal()] instanceof Answer.Flag(var had) && had;
    }

    /// Whether depths are judged that nobody asked for: those of a plan.
    boolean isPlanned() {
        return isPlanned;
    }

    boolean isUnder(List<String> jurisdictions) {
        var stated = facts.place().jurisdiction();
        return stated.isPresent() && contents.places().anyCovers(jurisdictions, stated.get());
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

    /// The anaesthetic that is meant to be used against its labels; empty where none is.
    Optional<AnaestheticCheck> anaestheticCheck() {
        return facts.wishes().anaesthetic().map(use -> AnaestheticCheck.of(this, use));
    }

    /// The depth that is asked for, that fixed needles give or that a plan chooses, as far as it can be set;
    /// empty where no plan is made yet.
    Optional<Depth> askedDepth(ZoneId zone) {
        boolean given = facts.wishes().goalDepth().isPresent()
                || isPlanned
                || device.isPresent() && device.get().isFixed();
        return given && depthOrNull(zone) instanceof DepthRange.Settable settable
                ? Optional.of(settable.chosen())
                : Optional.empty();
    }
}
