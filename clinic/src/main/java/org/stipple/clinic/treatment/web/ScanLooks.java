package org.stipple.clinic.treatment.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.Wanted;
import org.stipple.clinic.treatment.Numbing;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.web.TreatmentViews.NumbForm;
import org.stipple.clinic.treatment.web.TreatmentViews.NumbLine;
import org.stipple.clinic.treatment.web.TreatmentViews.NumbTyped;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;
import org.stipple.clinic.treatment.web.TreatmentViews.ScanPart;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;

/// What is scanned and what is put on before the needle.
@Component
class ScanLooks {

    private final Scanning scanning;
    private final Numbings numbings;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final Ids ids;

    ScanLooks(Scanning scanning, Numbings numbings, Knowledge knowledge, ClinicClock clock, Ids ids) {
        this.scanning = scanning;
        this.numbings = numbings;
        this.knowledge = knowledge;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param units what was scanned
    /// @param problem why the last scan was refused, or empty
    /// @param typed what was sent of an anaesthetic and refused
    ScanPart part(
            PatientId patient, CourseRecord course, Wanted wanted, List<UUID> units, String problem, NumbTyped typed) {
        return new ScanPart(
                problem,
                scanning.keepsHandpieces(wanted.device())
                        ? "Needed: a cartridge and the handpiece. An anaesthetic and what is on the skin while needling, where they are used."
                        : "Needed: a cartridge. An anaesthetic and what is on the skin while needling, where they are used.",
                scanning.usable(wanted, units).stream()
                        .map(item -> new Option(item.id().toString(), said(item)))
                        .toList(),
                units.stream()
                        .flatMap(unit -> scanning.find(unit).stream())
                        .filter(item -> item.kind() == Kind.ANAESTHETIC)
                        .map(item -> form(item, course, typed))
                        .toList(),
                Stream.concat(
                                numbings.beforeNext(patient, course.plan().id()).stream(),
                                numbings.onTheSkin(patient).stream())
                        .distinct()
                        .map(numbing -> line(numbing, typed))
                        .toList());
    }

    /// What is on the skin, whatever it was put on for.
    List<NumbLine> onTheSkin(PatientId patient) {
        return numbings.onTheSkin(patient).stream()
                .map(numbing -> line(numbing, NumbTyped.NOTHING))
                .toList();
    }

    private NumbForm form(Item item, CourseRecord course, NumbTyped typed) {
        return new NumbForm(
                item.id().toString(),
                ids.next(),
                name(item),
                course.plan().course().planned().stream()
                        .map(zone -> new Option(zone.id().id(), zone.id().words()))
                        .toList(),
                typed);
    }

    private NumbLine line(Numbing numbing, NumbTyped typed) {
        Instant now = clock.now();
        boolean on = numbing.off().isEmpty();
        return new NumbLine(
                numbing.id().toString(),
                ids.next(),
                numbing.words(),
                Days.moment(numbing.onAt(), Acting.current().zone()) + " by " + numbing.onBy(),
                on ? numbing.onAt().toString() : "",
                now.toString(),
                numbing.minutes(now),
                numbing.leastMinutes().orElse(0),
                numbing.mostMinutes().orElse(0),
                numbing.isOver(now),
                String.join("; ", numbing.labels()),
                numbing.told(now),
                numbing.override()
                        .map(gone -> gone.signer() + " goes on while it is on: “" + gone.reason() + "”")
                        .orElse(""),
                typed.about().equals(numbing.id().toString()) ? typed.why() : "");
    }

    private String name(Item item) {
        return item.article().orElseGet(() -> knowledge.anaesthetics().getOrDefault(item.product(), item.product()));
    }

    /// `Cartridge: lot LOT7, serial 0042`.
    String said(Item item) {
        return switch (item) {
            case Handpiece handpiece -> "Handpiece: serial " + handpiece.serial();
            case StockUnit unit ->
                switch (unit.kind()) {
                            case CARTRIDGE, HANDPIECE -> "Cartridge: ";
                            case ANAESTHETIC -> "Anaesthetic: " + name(unit) + ", ";
                            case TOPICAL -> "On the skin: " + unit.article().orElseGet(() -> topical(unit)) + ", ";
                        }
                        + unit.words() + ", until " + Days.full(unit.expiry());
        };
    }

    private String topical(StockUnit unit) {
        return knowledge.topicals().stream()
                .filter(one -> one.id().equals(unit.product()))
                .map(org.stipple.protocol.TopicalProduct::name)
                .findFirst()
                .orElse(unit.product());
    }
}
