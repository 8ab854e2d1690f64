package org.stipple.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stipple.quantities.ZoneId.CHEEK_LEFT;
import static org.stipple.quantities.ZoneId.FOREHEAD;
import static org.stipple.quantities.ZoneId.NOSE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stipple.clinic.planning.OwnNeedling.Needled;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What of all earlier needling the rules are told, by the zones that are asked about.
class NeedledBeforeTest {

    private static final Needled CHEEK = needled("2026-11-01", 1500, CHEEK_LEFT);
    private static final Needled LATER_FOREHEAD = needled("2026-11-10", 500, FOREHEAD);
    private static final List<Needled> BOTH = List.of(LATER_FOREHEAD, CHEEK);

    private static Needled needled(String day, int micrometres, ZoneId... zones) {
        return new Needled(LocalDate.parse(day), Optional.of(new Depth(micrometres)), Set.of(zones));
    }

    private static NeedledBefore told(List<Needled> own, Optional<Needled> elsewhere, ZoneId... asked) {
        return NeedledBefore.of(own, elsewhere, Set.of(asked)).orElseThrow();
    }

    @Test
    void aZoneIsToldWithTheNewestSessionThatTouchedIt() {
        assertThat(told(BOTH, Optional.empty(), CHEEK_LEFT))
                .isEqualTo(new NeedledBefore(CHEEK.on(), CHEEK.deepest(), CHEEK.zones()));
        assertThat(told(BOTH, Optional.empty(), FOREHEAD).on()).isEqualTo(LATER_FOREHEAD.on());
    }

    @Test
    void zonesOfSeveralSessionsAreToldWithTheNewestDayAndTheGreatestDepth() {
        assertThat(told(BOTH, Optional.empty(), CHEEK_LEFT, FOREHEAD, NOSE))
                .isEqualTo(new NeedledBefore(LATER_FOREHEAD.on(), CHEEK.deepest(), Set.of(CHEEK_LEFT, FOREHEAD)));
    }

    @Test
    void whatWasDoneElsewhereCountsBesideTheClinicsOwnWhicheverIsNewer() {
        for (String day : List.of("2026-10-20", "2026-11-20")) {
            var nose = Optional.of(needled(day, 300, NOSE));
            assertThat(told(BOTH, nose, NOSE).on()).isEqualTo(LocalDate.parse(day));
            assertThat(told(BOTH, nose, CHEEK_LEFT).on()).isEqualTo(CHEEK.on());
        }
    }

    @Test
    void ofADayOfItsOwnTheClinicKnowsBetterWhere() {
        var everywhere = Optional.of(new Needled(CHEEK.on(), Optional.empty(), Set.of()));
        assertThat(told(List.of(CHEEK), everywhere, NOSE).zones()).containsExactly(CHEEK_LEFT);
    }

    @Test
    void aSessionInWhichNothingIsChartedYetMayHaveBeenAnywhere() {
        var open = new Needled(LocalDate.parse("2026-11-12"), Optional.empty(), Set.of());
        var told = told(List.of(open, LATER_FOREHEAD, CHEEK), Optional.empty(), CHEEK_LEFT);
        assertThat(told.on()).isEqualTo(open.on());
        assertThat(told.deepest()).as("taken as deep").isEmpty();
        assertThat(told.zones()).as("everywhere").isEmpty();
    }
}
