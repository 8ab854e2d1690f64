package org.stipple.clinic.outcome;

import java.util.List;
import java.util.Optional;
import org.stipple.imaging.Gate;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.MeasurementWords;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// Under which conditions photos were read, in the words of the day on which they were.
///
/// @param scale where it is from, or why there is none
/// @param colour what makes colours absolute, or why nothing does
/// @param registration how well the later photo lies on the earlier; empty with one photo
/// @param gates all that were judged, passed or not
public record Conditions(String scale, String colour, Optional<String> registration, List<JudgedGate> gates) {

    /// A condition that a photo had to meet.
    ///
    /// @param what it looks at: `sharpness`
    /// @param photo `baseline` or `followup`
    /// @param zone where, or `whole photo`
    /// @param value what was found, with its unit
    /// @param limit what is needed: `at least 0.72`
    public record JudgedGate(String what, String photo, String zone, String value, String limit, boolean passed) {

        static JudgedGate of(Gate gate) {
            var kind = gate.kind();
            return new JudgedGate(
                    MeasurementWords.of(kind),
                    gate.shot().id(),
                    MeasurementWords.place(gate),
                    MeasurementWords.quantity(gate.value(), kind.unit()),
                    MeasurementWords.limit(gate),
                    gate.passed());
        }

        private Document document() {
            return Document.mapping()
                    .with("gate", Document.of(what))
                    .with("photo", Document.of(photo))
                    .with("zone", Document.of(zone))
                    .with("value", Document.of(value))
                    .with("limit", Document.of(limit))
                    .with("passed", Document.of(passed));
        }

        private static JudgedGate read(Field field) {
            return new JudgedGate(
                    field.required("gate").text(),
                    field.required("photo").text(),
                    field.required("zone").text(),
                    field.required("value").text(),
                    field.required("limit").text(),
                    field.required("passed").flag());
        }
    }

    public Conditions {
        gates = List.copyOf(gates);
    }

    static Conditions of(Measurement measurement) {
        return new Conditions(
                MeasurementWords.of(measurement.scale()),
                MeasurementWords.of(measurement.colour()),
                measurement.registration().map(found -> MeasurementWords.of(found, measurement.scale())),
                measurement.gates().stream().map(JudgedGate::of).toList());
    }

    Document document() {
        return Document.mapping()
                .with("scale", Document.of(scale))
                .with("colour", Document.of(colour))
                .with("registration", registration.map(Document::of).orElse(Document.UNKNOWN))
                .with(
                        "gates",
                        Document.listing(
                                gates.stream().map(JudgedGate::document).toList()));
    }

    static Conditions read(Field field) {
        return new Conditions(
                field.required("scale").text(),
                field.required("colour").text(),
                field.optional("registration").map(Field::text),
                field.required("gates").items().stream().map(JudgedGate::read).toList());
    }
}
