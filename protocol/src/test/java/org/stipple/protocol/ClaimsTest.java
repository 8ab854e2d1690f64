package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Indication;

class ClaimsTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    private static Claim claim(String id) {
        return KNOWLEDGE.claims().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areAllThatTheArticlesMake() {
        assertThat(KNOWLEDGE.claims().stream()
                        .filter(claim -> claim.about() == Claim.About.BENEFIT)
                        .map(Claim::id))
                .containsExactly(
                        "texture",
                        "fine-lines",
                        "best-for-wrinkles",
                        "pores",
                        "acne-scars",
                        "scars-vs-laser",
                        "cheapest",
                        "stretch-marks",
                        "acne",
                        "pigment",
                        "laxity",
                        "oil",
                        "faster-than-pills",
                        "exfoliation",
                        "hair",
                        "cellulite",
                        "absorption");
        assertThat(KNOWLEDGE.claims().stream()
                        .filter(claim -> claim.about() == Claim.About.PRACTICE)
                        .map(Claim::id))
                .containsExactly(
                        "pen-or-wand",
                        "roller",
                        "home-1.5",
                        "pro-3.0",
                        "wrinkle-1.5",
                        "pigment-1-1.5",
                        "numbing",
                        "painless",
                        "sterile",
                        "body",
                        "series-3-6",
                        "series-8",
                        "deep-scars-3-4",
                        "maintenance",
                        "downtime",
                        "skin-types",
                        "breakout-no",
                        "breakout-yes",
                        "consult");
    }

    @ParameterizedTest
    @CsvSource({
        "texture, PARTLY, 4",
        "best-for-wrinkles, NOT_FOUND, 1",
        "pores, WEAK, 4",
        "scars-vs-laser, CONTRADICTED, 1",
        "stretch-marks, SUPPORTED, 3",
        "acne, DISPUTED, 4",
        "cheapest, UNVERIFIED, 1",
        "home-1.5, CONTRADICTED, 1",
        "maintenance, SUPPORTED, 1"
    })
    void sayWhoPromisesThemAndWhatWeMakeOfThem(String id, Claim.Verdict verdict, int articles) {
        assertThat(claim(id).verdict()).isEqualTo(verdict);
        assertThat(claim(id).toldBy()).hasSize(articles).allMatch(source -> source.startsWith("article-a"));
    }

    @Test
    void sayWhatCouldShowThem() {
        assertThat(claim("pigment").shownBy().metrics()).containsExactly("spot-area", "ita", "melanin-index");
        assertThat(claim("pigment").shownBy().scales()).containsExactly("mmasi");
        assertThat(claim("acne-scars").shownBy().scales()).contains("goodman-baron-qualitative", "ecca");
        assertThat(claim("cellulite").shownBy().isNone()).isTrue();
        assertThat(claim("exfoliation").shownBy().isNone()).isTrue();
        assertThat(claim("cheapest").shownBy().isNone()).isFalse();
    }

    /// Whoever reads what we make of a claim can ask how, and what it rests on.
    @Test
    void standForEveryIndication() {
        assertThat(KNOWLEDGE.claims().stream().flatMap(claim -> claim.indications().stream()))
                .contains(Indication.values());
        assertThat(KNOWLEDGE.claims()).allSatisfy(claim -> {
            assertThat(claim.found()).isNotBlank();
            assertThat(claim.basis().id()).isIn("sourced", "design");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics: [pore-density, pore-area] | metrics: [pore-count, pore-area] | claims.yaml.claims[3].shownBy.metrics[0]: was \"pore-count\"",
                "scales: [lemperle, fitzpatrick | scales: [lempel, fitzpatrick | claims.yaml.claims[1].shownBy.scales[0]: was \"lempel\"",
                "disagreement: laser | disagreement: lasers | claims.yaml.claims[5].disagreement: was \"lasers\"",
                "toldBy: [article-a4, article-a5] | toldBy: [article-a4, article-a6] | claims.yaml.claims[11].toldBy[1]: was \"article-a6\""
            })
    void nameOnlyWhatIsThere(String from, String to, String refusal) {
        assertThatThrownBy(() -> Broken.knowledge("claims.yaml", from, to))
                .isInstanceOf(UnusableInput.class)
                .hasMessageStartingWith(refusal);
    }

    /// The ten of the list of claims, by name: each with both views, their sources, what we follow and why.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breakout | article-a1 | article-a5 | Not during one",
                "home-depth | home-pages | article-a3 | 0.3 mm at most",
                "home-at-all | article-a2 | article-a3 | Professionals only",
                "series | article-a4 | article-a5 | Three to six",
                "depth-for-scars | den160029 | article-a3 | To 1.5 mm",
                "actives-on-needled-skin | friedmann-2024 | article-a1 | Never, unless labelled",
                "body | juhasz-2020 | article-a1 | Zones with a cap",
                "how-soon | amiea-healing | article-a5 | Judge at eight weeks",
                "laser | cachafeiro-2016 | article-a3 | About equal",
                "skin-types | dogra-2014 | article-a5 | Darker skin"
            })
    void disagreeWithBothSidesShown(String id, String ours, String theirs, String chosen) {
        var disagreement = KNOWLEDGE.contents().disagreements().stream()
                .map(Disagreement.Conditional::disagreement)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(disagreement.chosen().says()).startsWith(chosen);
        assertThat(disagreement.chosen().sources()).contains(ours);
        assertThat(disagreement.views().stream()
                        .filter(view -> !view.chosen())
                        .flatMap(view -> view.sources().stream()))
                .contains(theirs);
        assertThat(disagreement.why()).isNotBlank();
    }

    /// Shown in a course where it matters, and only there.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breakout | {facts: {active-acne-in-zone: [nose]}} | {}",
                "breakout | {indications: [acne]} | {}",
                "home-depth | {setting: home, device: home-roller, indications: [texture]} | {}",
                "home-at-all | {setting: home, device: home-roller, indications: [texture]} | {}",
                "series | {} | {indications: [hair], zones: [scalp]}",
                "depth-for-scars | {} | {indications: [texture]}",
                "actives-on-needled-skin | {} | {indications: [cellulite], zones: [thigh-left]}",
                "body | {indications: [stretch-marks], zones: [thigh-left]} | {}",
                "how-soon | {} | {indications: [absorption]}",
                "laser | {indications: [stretch-marks], zones: [thigh-left]} | {indications: [wrinkles]}",
                "skin-types | {fitzpatrick: 4} | {fitzpatrick: 3}"
            })
    void disagreeWhereItMatters(String id, String there, String elsewhere) {
        assertThat(disagreements(there)).contains(id);
        assertThat(disagreements(elsewhere)).doesNotContain(id);
    }

    private static List<String> disagreements(String yaml) {
        return KNOWLEDGE.planWithoutDose(Cases.changed(yaml), Cases.ON).disagreements().stream()
                .map(Disagreement::id)
                .toList();
    }
}
