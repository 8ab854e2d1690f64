package org.stipple.protocol;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// The answer to a [Fact]. There is no answer "unknown": what is unknown has no answer.
public sealed interface Answer {

    /// Yes or no.
    record Flag(boolean value) implements Answer {}

    /// The zones where it holds. `true` is written for all 31 zones and `false` for none.
    record InZones(Set<ZoneId> zones) implements Answer {
        public InZones {
            var copy = EnumSet.noneOf(ZoneId.class);
            copy.addAll(zones);
            zones = Collections.unmodifiableSet(copy);
        }

        /// Holds everywhere.
        public static InZones everywhere() {
            return new InZones(EnumSet.allOf(ZoneId.class));
        }

        /// Holds nowhere.
        public static InZones nowhere() {
            return new InZones(EnumSet.noneOf(ZoneId.class));
        }
    }

    /// The last day on which it happened, a local calendar day of the clinic.
    record Day(LocalDate date) implements Answer {}

    /// It never happened.
    record Never() implements Answer {}

    /// One of the words of the fact.
    record Word(String value) implements Answer {}

    /// A whole number.
    record Whole(int value) implements Answer {}

    /// A depth that was set.
    record Deep(Depth value) implements Answer {}

    /// As it is written in a file.
    default Document document() {
        return switch (this) {
            case Flag(var value) -> Document.of(value);
            case InZones(var zones) ->
                zones.isEmpty() || zones.size() == ZoneId.values().length
                        ? Document.of(!zones.isEmpty())
                        : Document.texts(zones.stream().map(ZoneId::id).toList());
            case Day(var date) -> Document.of(date);
            case Never() -> Document.of("never");
            case Word(var value) -> Document.of(value);
            case Whole(var value) -> Document.of(value);
            case Deep(var value) -> Document.of(value.millimetres());
        };
    }
}
