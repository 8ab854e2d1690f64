package org.stipple.clinic.treatment;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;

/// What was done in sessions, in the person's copy: a procedure for each, the depth of each zone as it counts,
/// what drove and cut, with its lot, and what was put on the skin.
@Component
class SessionsInCopy implements PartOfCopy {

    private final Sessions sessions;
    private final Numbings numbings;
    private final Stock stock;
    private final Handpieces handpieces;
    private final ProductNames names;

    SessionsInCopy(Sessions sessions, Numbings numbings, Stock stock, Handpieces handpieces, ProductNames names) {
        this.sessions = sessions;
        this.numbings = numbings;
        this.stock = stock;
        this.handpieces = handpieces;
        this.names = names;
    }

    @Override
    public String folder() {
        return "sessions";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var lines = new ArrayList<Line>();
        // A handpiece is used by many sessions, and is one device.
        var given = new HashSet<UUID>();
        for (Session session : sessions.of(person.id())) {
            List<Item> items = Stream.<Item>concat(
                            stock.usedIn(session.id()).stream(), handpieces.usedIn(session.id()).stream())
                    .toList();
            items.stream().filter(item -> given.add(item.id())).forEach(item -> parcel.resource(thing(item)));
            parcel.resource(procedure(person, session, items));
            session.standing().forEach(charted -> parcel.resource(depth(person, session, charted)));
            items.forEach(item -> parcel.resource(use(person, session, item)));
            session.aftermath().adjuncts().forEach(adjunct -> parcel.resource(beside(person, session, adjunct)));
            List<Numbing> numbed = numbings.of(person.id(), session.id());
            numbed.forEach(numbing -> parcel.resource(numbed(person, session, numbing, given)));
            tell(parcel.words(), session, items, numbed, lines);
        }
        parcel.tell(new Told(30, parcel.words().of("copy.sessions"), lines));
    }

    private static Resource procedure(Patient person, Session session, List<Item> items) {
        var procedure = Resource.of("Procedure", session.id())
                .with("status", session.close().isPresent() ? "completed" : "in-progress")
                .with("code", Resource.concept("Microneedling (percutaneous collagen induction)"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .withOne("basedOn", Resource.reference("CarePlan", session.course()))
                .with(
                        "performedPeriod",
                        Resource.period(session.startedAt(), session.close().map(Session.Close::at)))
                .withOne(
                        "performer",
                        Document.mapping()
                                .with("actor", Document.mapping().with("display", Document.of(session.startedBy()))));
        return procedure
                .withSome(
                        "bodySite",
                        session.standing().stream()
                                .map(charted -> Resource.concept(charted.zone().words()))
                                .toList())
                .withSome(
                        "usedReference",
                        items.stream()
                                .map(item -> Resource.reference(type(item), item.id()))
                                .toList());
    }

    private static String type(Item item) {
        return isDevice(item.kind()) ? "Device" : "Medication";
    }

    private static boolean isDevice(Kind kind) {
        return switch (kind) {
            case CARTRIDGE, HANDPIECE -> true;
            case ANAESTHETIC, TOPICAL -> false;
        };
    }

    /// The thing itself, as its pack says it.
    private Resource thing(Item item) {
        Optional<StockUnit> unit = item instanceof StockUnit one ? Optional.of(one) : Optional.empty();
        String name = item.article().orElseGet(() -> names.of(item.product()));
        if (!isDevice(item.kind())) {
            Optional<Document> batch = unit.map(one -> Document.mapping()
                    .with("lotNumber", Document.of(one.lot()))
                    .with("expirationDate", Document.of(one.expiry())));
            return Resource.of("Medication", item.id())
                    .with("code", Resource.concept(name))
                    .with("batch", batch);
        }
        Optional<String> serial = unit.isPresent()
                ? unit.filter(one -> !one.isCounted()).map(StockUnit::serial)
                : item instanceof Handpiece handpiece ? Optional.of(handpiece.serial()) : Optional.empty();
        Optional<String> gtin = unit.isPresent()
                ? unit.flatMap(StockUnit::gtin)
                : item instanceof Handpiece handpiece ? handpiece.gtin() : Optional.empty();
        return Resource.of("Device", item.id())
                .with(
                        "udiCarrier",
                        gtin.map(code -> Document.listing(
                                List.of(Document.mapping().with("deviceIdentifier", Document.of(code))))))
                .with("expirationDate", unit.map(one -> Document.of(one.expiry())))
                .with("lotNumber", unit.map(one -> Document.of(one.lot())))
                .with("serialNumber", serial.map(Document::of))
                .withOne(
                        "deviceName",
                        Document.mapping()
                                .with("name", Document.of(name))
                                .with("type", Document.of("user-friendly-name")))
                .with("type", Resource.concept(item.kind().words()));
    }

    /// That a session used it.
    private static Resource use(Patient person, Session session, Item item) {
        if (isDevice(item.kind())) {
            return Resource.of("DeviceUseStatement", beside(session, item.id().toString()))
                    .with("status", session.close().isPresent() ? "completed" : "active")
                    .with("subject", Resource.reference("Patient", person.id().value()))
                    .withOne("derivedFrom", Resource.reference("Procedure", session.id()))
                    .with(
                            "timingPeriod",
                            Resource.period(session.startedAt(), session.close().map(Session.Close::at)))
                    .with("device", Resource.reference("Device", item.id()));
        }
        return Resource.of("MedicationAdministration", beside(session, item.id().toString()))
                .withOne("partOf", Resource.reference("Procedure", session.id()))
                .with("status", session.close().isPresent() ? "completed" : "in-progress")
                .with("medicationReference", Resource.reference("Medication", item.id()))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with(
                        "effectivePeriod",
                        Resource.period(session.startedAt(), session.close().map(Session.Close::at)));
    }

    /// What was given beside the needle.
    private static Resource beside(Patient person, Session session, Adjunct adjunct) {
        return Resource.of("MedicationAdministration", beside(session, "beside " + adjunct.number()))
                .withOne("partOf", Resource.reference("Procedure", session.id()))
                .with("status", "completed")
                .with(
                        "medicationCodeableConcept",
                        Resource.concept(adjunct.used().words()))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with("effectiveDateTime", adjunct.at());
    }

    /// What was on the skin before the needle.
    private static Resource numbed(Patient person, Session session, Numbing numbing, Set<UUID> given) {
        var numbed = Resource.of("MedicationAdministration", numbing.id())
                .withOne("partOf", Resource.reference("Procedure", session.id()))
                .with("status", numbing.off().isPresent() ? "completed" : "in-progress");
        return (given.contains(numbing.unit())
                        ? numbed.with("medicationReference", Resource.reference("Medication", numbing.unit()))
                        : numbed.with("medicationCodeableConcept", Resource.concept(numbing.strength())))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .with(
                        "effectivePeriod",
                        Resource.period(numbing.onAt(), numbing.off().map(Numbing.Off::at)))
                .with(
                        "dosage",
                        Document.mapping()
                                .with("text", Document.of(numbing.words()))
                                .with("dose", Resource.quantity(numbing.grams(), "g")));
    }

    /// The same at every copy, so that two copies can be compared.
    private static UUID beside(Session session, String what) {
        return UUID.nameUUIDFromBytes((session.id() + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static Resource depth(Patient person, Session session, Charted charted) {
        return Resource.of("Observation", beside(session, charted.zone().id()))
                .with("status", charted.entry() > 1 ? "amended" : "final")
                .with("code", Resource.concept("Depth of needling"))
                .with("subject", Resource.reference("Patient", person.id().value()))
                .withOne("partOf", Resource.reference("Procedure", session.id()))
                .with("effectiveDateTime", charted.recordedAt())
                .with("bodySite", Resource.concept(charted.zone().words()))
                .with("valueQuantity", Resource.quantity(charted.done().depth().millimetres(), "mm"))
                .with(
                        "note",
                        Resource.note(charted.done().settings() + ", "
                                + charted.done().endpoint().words()));
    }

    private void tell(Words words, Session session, List<Item> items, List<Numbing> numbed, List<Line> lines) {
        LocalDate day =
                LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
        lines.add(Line.on(words, day, words.of("copy.session", session.number(), session.startedBy())));
        for (Charted charted : session.standing()) {
            lines.add(new Line(
                    words.of("zone." + charted.zone().id()),
                    words.of(
                            "copy.zone",
                            words.number(charted.done().depth().millimetres()),
                            charted.done().passes(),
                            words.of(
                                    "copy.endpoint." + charted.done().endpoint().id()))));
        }
        if (!items.isEmpty()) {
            lines.add(new Line(
                    words.of("copy.used"),
                    items.stream().map(item -> used(words, item)).collect(Collectors.joining("; "))));
        }
        numbed.forEach(numbing -> lines.add(
                new Line(words.of("copy.numbed"), numbing.strength() + ", " + words.number(numbing.grams()) + " g")));
        session.aftermath()
                .adjuncts()
                .forEach(adjunct -> lines.add(new Line(
                        words.of("copy.beside"),
                        adjunct.used().product()
                                + adjunct.used()
                                        .lot()
                                        .map(lot -> ", " + words.of("copy.lot", lot))
                                        .orElse(""))));
    }

    private String used(Words words, Item item) {
        String name = item.article().orElseGet(() -> names.of(item.product()));
        return switch (item) {
            case StockUnit unit -> name + ", " + words.of("copy.lot", unit.lot());
            case Handpiece handpiece -> name + ", " + words.of("copy.serial", handpiece.serial());
        };
    }
}
