package org.stipple.clinic.adverse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stipple.clinic.adverse.AdverseEvent.Filled;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Thing;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;

/// How much of what a report asks is there. What was not written down is missing, never taken for “none”.
///
/// @param lines one for each [ReportField], in their order
public record Completeness(List<Line> lines) {

    public Completeness {
        lines = List.copyOf(lines);
    }

    /// What stands for a field.
    public sealed interface Answer {
        /// It is there.
        record Present(String words) implements Answer {}

        /// Nobody said it.
        record Missing() implements Answer {}

        /// It does not apply.
        record NotApplicable(String reason) implements Answer {}
    }

    /// A field with what stands for it.
    public record Line(ReportField field, Answer answer) {}

    /// @param clinic where it is reported from
    static Completeness of(AdverseEvent event, Patient person, String clinic, LocalDate today, ZoneId zone) {
        return new Completeness(Arrays.stream(ReportField.values())
                .map(field -> new Line(field, answer(field, event, person, clinic, today, zone)))
                .toList());
    }

    private static Answer answer(
            ReportField field, AdverseEvent event, Patient person, String clinic, LocalDate today, ZoneId zone) {
        Optional<Filled> filled =
                event.fields().stream().filter(one -> one.field() == field).reduce((_, later) -> later);
        if (field.isByHand() && filled.isPresent()) {
            return filled.get().applicable()
                    ? new Answer.Present(filled.get().words())
                    : new Answer.NotApplicable(filled.get().words());
        }
        return told(field, event, person, clinic, today, zone)
                .filter(words -> !words.isEmpty())
                .<Answer>map(Answer.Present::new)
                .orElseGet(Answer.Missing::new);
    }

    private static Optional<String> told(
            ReportField field, AdverseEvent event, Patient person, String clinic, LocalDate today, ZoneId zone) {
        var said = event.said();
        return switch (field) {
            case PERSON -> Optional.of(person.id().toString());
            case AGE ->
                Optional.of(person.ageOn(said.onset().orElse(LocalDate.ofInstant(event.openedAt(), zone))) + " years");
            case SEX -> Optional.of(person.details().sex().id());
            case PROBLEM -> Optional.of(said.kind().words());
            case OUTCOMES -> said.serious().map(Completeness::serious);
            case ONSET ->
                said.onset()
                        .map(day -> Days.full(day)
                                + event.daysAfter(zone)
                                        .map(days ->
                                                ", " + days + (days == 1 ? " day" : " days") + " after the session")
                                        .orElse(""));
            case REPORTED -> Optional.of(Days.full(today));
            case DESCRIPTION -> Optional.of(said.description());
            case BRAND -> joined(event, product -> product.thing() == Thing.DEVICE, Product::name);
            case NUMBERS ->
                joined(
                        event,
                        product -> product.thing().isDevice()
                                && (product.lot().isPresent()
                                        || product.serial().isPresent()),
                        Completeness::numbers);
            case EXPIRY ->
                joined(
                        event,
                        product -> product.thing() == Thing.CARTRIDGE
                                && product.expiry().isPresent(),
                        product -> Days.full(product.expiry().orElseThrow()));
            case UDI ->
                joined(
                        event,
                        product -> product.thing().isDevice() && product.gtin().isPresent(),
                        product -> product.gtin().orElseThrow()
                                + product.lot().map(lot -> ", lot " + lot).orElse("")
                                + product.serial()
                                        .map(serial -> ", serial " + serial)
                                        .orElse(""));
            case OPERATOR -> event.treated().map(AdverseEvent.Treated::by);
            case CONCOMITANT -> joined(event, product -> !product.thing().isDevice(), Product::words);
            case REPORTER -> Optional.of(event.openedBy() + ", " + clinic);
            case WEIGHT, TESTS, HISTORY, COMMON_NAME, MANUFACTURER, REPROCESSED, FACILITY -> Optional.empty();
        };
    }

    private static String serious(java.util.Set<Serious> by) {
        return by.isEmpty()
                ? "not serious"
                : by.stream().sorted().map(Serious::words).collect(Collectors.joining("; "));
    }

    private static String numbers(Product product) {
        return product.thing().words()
                + product.lot().map(lot -> " lot " + lot).orElse("")
                + product.serial().map(serial -> " serial " + serial).orElse("");
    }

    private static Optional<String> joined(
            AdverseEvent event,
            java.util.function.Predicate<Product> which,
            java.util.function.Function<Product, String> words) {
        return Optional.of(event.products().stream()
                        .filter(which)
                        .map(words)
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .filter(all -> !all.isEmpty());
    }

    /// How many fields are there.
    public int present() {
        return (int) lines.stream()
                .filter(line -> line.answer() instanceof Answer.Present)
                .count();
    }

    /// Of how many that apply.
    public int applicable() {
        return (int) lines.stream()
                .filter(line -> !(line.answer() instanceof Answer.NotApplicable))
                .count();
    }

    /// What is not there.
    public List<ReportField> missing() {
        return lines.stream()
                .filter(line -> line.answer() instanceof Answer.Missing)
                .map(Line::field)
                .toList();
    }

    /// `18 of 22 fields; missing: the weight, the unique device identifier`.
    public String words() {
        return present() + " of " + applicable() + " fields"
                + (missing().isEmpty()
                        ? "; nothing is missing"
                        : "; missing: "
                                + missing().stream().map(ReportField::words).collect(Collectors.joining(", ")));
    }
}
