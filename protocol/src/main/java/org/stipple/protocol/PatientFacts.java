package org.stipple.protocol;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.PunctureDensity;
import org.stipple.quantities.Sex;
import org.stipple.quantities.SkinType;
import org.stipple.quantities.ZoneId;

/// What is asked of the knowledge base: one person, what they want and where, with which device, and every
/// answer they gave. The page `docs/data/patient-facts.md` describes the file.
///
/// @param setting where the needling takes place
/// @param device identifier of an entry of the knowledge base; one that begins with `rf-` is known as
///   radio-frequency
/// @param indications at least one, none twice
/// @param zones at least one, none twice; left and right are the patient's
/// @param answers what was answered; a fact that is absent is unknown
/// @param place the law of the place, as far as it was stated
/// @param wishes what the practitioner asks of the plan
public record PatientFacts(
        Setting setting,
        String device,
        List<Sought> indications,
        List<ZoneId> zones,
        Map<Fact, Answer> answers,
        Place place,
        Wishes wishes) {

    /// Where, by whom and in what premises: what the law looks at.
    ///
    /// @param jurisdiction such as `US-CA`; a part inherits from its whole
    public record Place(Optional<String> jurisdiction, Optional<Operator> operator, Optional<Premises> premises) {
        /// Nothing stated, so no legal rule is applied.
        public static final Place UNSTATED = new Place(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// What the practitioner asks of the plan. All of it is optional.
    ///
    /// @param goalDepth the set depth that is wished for
    /// @param goalDensity the punctures that are wished for
    /// @param areas the measured area of a zone
    /// @param scope how deep and where this practitioner may needle
    /// @param anaesthetic the topical anaesthetic that is meant to be used
    public record Wishes(
            Optional<Depth> goalDepth,
            Optional<PunctureDensity> goalDensity,
            Map<ZoneId, Area> areas,
            Optional<Scope> scope,
            Optional<AnaestheticUse> anaesthetic) {
        /// Nothing wished for.
        public static final Wishes NONE =
                new Wishes(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

        public Wishes {
            areas = sorted(ZoneId.class, areas);
        }
    }

    /// The practitioner's scope. A zone outside it is not planned.
    ///
    /// @param deepest in every zone
    /// @param zones to which it goes; empty for all
    public record Scope(Depth deepest, Set<ZoneId> zones) {
        public Scope {
            zones = zones.isEmpty() ? Set.of() : Collections.unmodifiableSet(java.util.EnumSet.copyOf(zones));
        }

        boolean covers(ZoneId zone) {
            return zones.isEmpty() || zones.contains(zone);
        }
    }

    /// A topical anaesthetic and how it is meant to be used; what is not stated is not checked.
    public record AnaestheticUse(
            String product, Optional<Double> grams, Optional<Area> area, Optional<Integer> minutes) {}

    /// @throws IllegalArgumentException when nothing or the same thing twice is asked for, or an answer does
    ///   not fit its fact
    public PatientFacts {
        indications = List.copyOf(indications);
        zones = List.copyOf(zones);
        answers = sorted(Fact.class, answers);
        requireDistinct("indications", indications);
        requireDistinct("zones", zones);
        answers.forEach(PatientFacts::requireFit);
    }

    private static void requireDistinct(String name, List<?> items) {
        if (items.isEmpty() || Set.copyOf(items).size() != items.size()) {
            throw new IllegalArgumentException(name + " must be one at least and none twice, was " + items);
        }
    }

    private static void requireFit(Fact fact, Answer answer) {
        boolean fits = switch (answer) {
            case Answer.Flag _ -> fact.shape() == Fact.Shape.FLAG;
            case Answer.InZones _ -> fact.shape() == Fact.Shape.ZONES;
            case Answer.Day _, Answer.Never _ -> fact.shape() == Fact.Shape.DAY;
            case Answer.Word(var word) ->
                fact.shape() == Fact.Shape.WORD && fact.words().contains(word);
            case Answer.Whole(var value) ->
                fact.shape() == Fact.Shape.WHOLE && fact.least() <= value && value <= fact.most();
            case Answer.Deep _ -> fact.shape() == Fact.Shape.DEPTH;
        };
        if (!fits) {
            throw new IllegalArgumentException("the answer to " + fact + " cannot be " + answer);
        }
    }

    private static <K extends Enum<K>, V> Map<K, V> sorted(Class<K> type, Map<K, V> map) {
        var copy = new EnumMap<K, V>(type);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /// Reads the file of `stipple screen` and `stipple plan`.
    ///
    /// @param on the day of the question, a local calendar day of the clinic; later dates in the file are refused
    /// @throws UnusableInput with the full path of whatever does not fit
    public static PatientFacts read(Field root, LocalDate on) {
        return new PatientFactsReader(on).read(root);
    }

    /// The file that reads back as this.
    public Document toDocument() {
        return PatientFactsWriter.document(this);
    }

    /// @return empty when it is unknown
    public Optional<Answer> answer(Fact fact) {
        return Optional.ofNullable(answers.get(fact));
    }

    /// In whole years.
    public Optional<Integer> age() {
        return answer(Fact.AGE).map(answer -> ((Answer.Whole) answer).value());
    }

    public Optional<Sex> sex() {
        return answer(Fact.SEX).flatMap(answer -> Sex.find(((Answer.Word) answer).value()));
    }

    public Optional<SkinType> skinType() {
        return answer(Fact.FITZPATRICK).map(answer -> SkinType.ofNumber(((Answer.Whole) answer).value()));
    }

    /// This with one more answer, or with another answer to a fact that had one.
    public PatientFacts with(Fact fact, Answer answer) {
        var more = new EnumMap<Fact, Answer>(Fact.class);
        more.putAll(answers);
        more.put(fact, answer);
        return new PatientFacts(setting, device, indications, zones, more, place, wishes);
    }

    /// This with a fact unknown.
    public PatientFacts without(Fact fact) {
        var fewer = new EnumMap<Fact, Answer>(Fact.class);
        fewer.putAll(answers);
        fewer.remove(fact);
        return new PatientFacts(setting, device, indications, zones, fewer, place, wishes);
    }

    /// This for other zones.
    public PatientFacts in(List<ZoneId> others) {
        return new PatientFacts(setting, device, indications, others, answers, place, wishes);
    }
}
