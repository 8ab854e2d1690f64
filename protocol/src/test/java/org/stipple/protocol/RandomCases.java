package org.stipple.protocol;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stipple.quantities.Area;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// Cases drawn at random from everything that a file can say.
final class RandomCases {

    private static final List<String> DEVICES = List.of(
            "skinpen-precision",
            "exceed",
            "skinstylus",
            "pro-pen",
            "rejuvapen-nxt",
            "dermapen-4",
            "dermaroller-mf8",
            "generic-pen",
            "generic-roller",
            "generic-stamp",
            "home-roller",
            "rf-any");
    private static final List<String> PLACES =
            List.of("US", "US-CA", "US-AZ", "US-TX", "GB", "GB-SCT", "GB-ENG", "CA", "CH-ZH", "AU", "JP");

    private final Random random;

    RandomCases(long seed) {
        random = new Random(seed);
    }

    /// Anything at all; about a third of the facts are unknown.
    PatientFacts any() {
        var answers = new java.util.EnumMap<Fact, Answer>(Fact.class);
        boolean mostlyWell = random.nextBoolean();
        var zones = zones();
        for (var fact : Fact.values()) {
            if (random.nextInt(3) > 0) {
                answers.put(fact, mostlyWell && random.nextInt(8) > 0 ? harmless(fact) : answer(fact));
            }
        }
        return new PatientFacts(
                random.nextInt(4) == 0 ? Setting.HOME : Setting.CLINIC,
                pick(DEVICES),
                indications(),
                zones,
                answers,
                new PatientFacts.Place(
                        maybe(() -> pick(PLACES)),
                        maybe(() -> pick(Operator.values())),
                        maybe(() -> pick(Premises.values()))),
                new PatientFacts.Wishes(
                        maybe(this::depth),
                        Optional.empty(),
                        java.util.Map.of(),
                        maybe(() -> scope(zones)),
                        maybe(this::anaesthetic)));
    }

    /// Everywhere, where it is asked, or anywhere.
    private PatientFacts.Scope scope(List<ZoneId> asked) {
        return new PatientFacts.Scope(
                depth(),
                switch (random.nextInt(3)) {
                    case 0 -> java.util.Set.of();
                    case 1 -> EnumSet.copyOf(asked);
                    default -> EnumSet.copyOf(zones());
                });
    }

    private PatientFacts.AnaestheticUse anaesthetic() {
        return new PatientFacts.AnaestheticUse(
                pick("emla", "lmx4", "pliaglis"),
                maybe(() -> 0.5 + random.nextInt(80)),
                maybe(() -> Area.ofSquareCentimetres(1 + random.nextInt(900))),
                maybe(() -> 5 + random.nextInt(360)));
    }

    private List<Sought> indications() {
        var all = new ArrayList<Sought>();
        for (var indication : Indication.values()) {
            Sought.subtypes(indication).forEach(subtype -> all.add(new Sought(indication, subtype)));
        }
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(3));
    }

    List<ZoneId> zones() {
        var all = new ArrayList<>(Arrays.asList(ZoneId.values()));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(4)));
    }

    private Depth depth() {
        return Depth.ofMicrometres(50 * (1 + random.nextInt(60)));
    }

    /// An answer that no rule minds.
    Answer harmless(Fact fact) {
        return switch (fact.shape()) {
            case FLAG -> new Answer.Flag(false);
            case ZONES -> Answer.InZones.nowhere();
            case DAY -> new Answer.Never();
            case WORD -> new Answer.Word(fact.words().getFirst());
            case WHOLE -> new Answer.Whole(fact == Fact.AGE ? 40 : 2);
            case DEPTH -> new Answer.Deep(Depth.ofMicrometres(500));
        };
    }

    Answer answer(Fact fact) {
        return switch (fact.shape()) {
            case FLAG -> new Answer.Flag(random.nextBoolean());
            case ZONES ->
                switch (random.nextInt(3)) {
                    case 0 -> Answer.InZones.everywhere();
                    case 1 -> Answer.InZones.nowhere();
                    default -> new Answer.InZones(EnumSet.copyOf(zones()));
                };
            case DAY ->
                random.nextInt(3) == 0 ? new Answer.Never() : new Answer.Day(Cases.ON.minusDays(random.nextInt(500)));
            case WORD -> new Answer.Word(pick(fact.words()));
            case WHOLE ->
                new Answer.Whole(
                        switch (fact) {
                            case AGE -> random.nextInt(121);
                            case FITZPATRICK -> 1 + random.nextInt(6);
                            default -> random.nextInt(20);
                        });
            case DEPTH -> new Answer.Deep(depth());
        };
    }

    LocalDate day() {
        return Cases.ON.plusDays(random.nextInt(400));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    private <T> T pick(T... from) {
        return from[random.nextInt(from.length)];
    }

    private <T> Optional<T> maybe(java.util.function.Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
