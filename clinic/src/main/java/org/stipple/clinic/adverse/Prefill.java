package org.stipple.clinic.adverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Thing;
import org.stipple.clinic.adverse.AdverseEvent.Treated;
import org.stipple.clinic.adverse.AdverseEvent.ZoneDone;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.treatment.Adjunct;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Numbing;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.SessionUnits;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.WhoTreats;

/// What the record says of a session when an event is opened after it. It is kept with the event: a later
/// amendment of the session changes the session.
@Component
class Prefill {

    private final Sessions sessions;
    private final SessionUnits units;
    private final Numbings numbings;
    private final Courses courses;
    private final ProductNames names;

    Prefill(Sessions sessions, SessionUnits units, Numbings numbings, Courses courses, ProductNames names) {
        this.sessions = sessions;
        this.units = units;
        this.numbings = numbings;
        this.courses = courses;
        this.names = names;
    }

    /// What was found.
    record Found(Treated treated, List<ZoneDone> zones, List<Product> products) {}

    /// The record has been opened, or is by this.
    Found of(PatientId patient, UUID id) {
        Session session = sessions.find(patient, id);
        return new Found(
                new Treated(
                        id,
                        session.number(),
                        session.startedAt(),
                        session.startedBy()
                                + session.operator()
                                        .map(as -> ", as " + WhoTreats.words(as))
                                        .orElse("")),
                session.standing().stream().map(Prefill::zone).toList(),
                products(patient, session));
    }

    private static ZoneDone zone(Charted charted) {
        return new ZoneDone(
                charted.zone().words(),
                charted.done().depth(),
                charted.done().settings() + ", " + charted.done().endpoint().words());
    }

    private List<Product> products(PatientId patient, Session session) {
        var products = new ArrayList<Product>();
        products.add(named(
                Thing.DEVICE,
                names.of(courses.find(patient, session.course()).plan().device())));
        List<Numbing> numbed = numbings.of(patient, session.id());
        for (Item item : units.of(patient, session.id())) {
            products.add(
                    switch (item) {
                        case StockUnit unit -> unit(unit, numbed, session);
                        case Handpiece handpiece -> handpiece(handpiece);
                    });
        }
        session.aftermath().adjuncts().forEach(adjunct -> products.add(beside(adjunct)));
        session.aftermath()
                .last()
                .flatMap(after -> after.found().applied())
                .ifPresent(applied -> products.add(named(Thing.APPLIED, applied)));
        return products;
    }

    private static Product named(Thing thing, String name) {
        return new Product(
                thing, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Product unit(StockUnit unit, List<Numbing> numbed, Session session) {
        Optional<String> onTheSkin = numbed.stream()
                .filter(numbing -> numbing.unit().equals(unit.id()))
                .map(numbing -> numbing.told(session.startedAt()))
                .findFirst();
        return new Product(
                thing(unit.kind()),
                names.of(unit.product()),
                Optional.of(unit.lot()),
                unit.isCounted() ? Optional.empty() : Optional.of(unit.serial()),
                unit.gtin(),
                Optional.of(unit.expiry()),
                onTheSkin.or(() -> unit.discarded().map(why -> "thrown away in the session: " + why)));
    }

    private Product handpiece(Handpiece handpiece) {
        return new Product(
                Thing.HANDPIECE,
                names.of(handpiece.product()),
                Optional.empty(),
                Optional.of(handpiece.serial()),
                handpiece.gtin(),
                Optional.empty(),
                Optional.empty());
    }

    private static Thing thing(Kind kind) {
        return switch (kind) {
            case CARTRIDGE -> Thing.CARTRIDGE;
            case HANDPIECE -> Thing.HANDPIECE;
            case ANAESTHETIC -> Thing.ANAESTHETIC;
            case TOPICAL -> Thing.TOPICAL;
        };
    }

    private static Product beside(Adjunct adjunct) {
        var used = adjunct.used();
        return new Product(
                Thing.BESIDE,
                used.product(),
                used.lot(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(used.kind().words()
                        + used.millilitres()
                                .map(volume ->
                                        ", " + volume.stripTrailingZeros().toPlainString() + " ml")
                                .orElse("")
                        + adjunct.caution().map(why -> "; caution: " + why).orElse("")));
    }
}
