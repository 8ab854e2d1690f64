package org.stipple.clinic.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.planning.web.PlanningViews.Check;
import org.stipple.clinic.planning.web.PlanningViews.Check.Place;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Indication;

/// Every limit of a plan says what it allows, what is planned, and where it is written.
class LimitWordsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Knowledge knowledge = Knowledge.builtIn();

    private List<Check> checks(String zone, String indication) {
        var request = knowledge
                .clearCase()
                .with("device", Document.of("skinpen-precision"))
                .with("setting", Document.of("clinic"))
                .with("indications", Document.texts(List.of(indication)))
                .with("zones", Document.texts(List.of(zone)));
        var course = knowledge.plan(PatientFacts.read(Field.root(request), TODAY), TODAY);
        var words = new LimitWords(
                knowledge,
                "skinpen-precision",
                List.of(Indication.find(indication).orElseThrow()));
        return course.zones().stream()
                .map(ZonePlan.Planned.class::cast)
                .flatMap(planned -> planned.checks().stream().map(check -> words.of(planned.id(), check)))
                .toList();
    }

    @Test
    void theZonesCapNamesTheReasonOfTheDecision() {
        assertThat(checks("temple-left", "texture"))
                .filteredOn(check -> check.words().startsWith("Zone"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.words()).isEqualTo("Zone: 0.75 mm at most; planned 0.5 mm");
                    assertThat(check.places()).singleElement().satisfies(place -> {
                        assertThat(place.href()).isEqualTo("/knowledge/zones/temple");
                        assertThat(place.basis()).startsWith("by design: the thinnest skin");
                    });
                });
    }

    @Test
    void theIndicationsDepthNamesItsSources() {
        assertThat(checks("cheek-left", "acne-scars"))
                .filteredOn(check -> check.words().startsWith("Indication"))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.places())
                        .extracting(Place::href)
                        .containsExactly("/knowledge/indications/acne-scars"));
    }

    @Test
    void everyDepthLimitLeadsSomewhere() {
        assertThat(checks("temple-left", "texture"))
                .filteredOn(check -> !check.words().startsWith("Wished"))
                .hasSizeGreaterThan(4)
                .allSatisfy(
                        check -> assertThat(check.places()).as(check.words()).isNotEmpty());
    }
}
