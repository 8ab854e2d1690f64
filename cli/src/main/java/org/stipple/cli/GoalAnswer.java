package org.stipple.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stipple.dose.DermisReach;
import org.stipple.dose.NeedleArray;
import org.stipple.dose.Pace;
import org.stipple.dose.settings.Bound;
import org.stipple.dose.settings.Misfit;
import org.stipple.dose.settings.SessionAnswer;
import org.stipple.dose.settings.Setting;
import org.stipple.dose.settings.SettingsAnswer;
import org.stipple.dose.settings.SettingsQuestion;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Figures;
import org.stipple.quantities.ZoneId;

/// What a search found, as JSON: `search` in the answer of `stipple dose --search`. Described in
/// `docs/data/goal.md`.
final class GoalAnswer {

    private GoalAnswer() {}

    /// `label-depth`.
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Document.Mapping document(GoalInput.Asked asked, SessionAnswer answer) {
        var zones = new ArrayList<Document>();
        for (int i = 0; i < answer.zones().size(); i++) {
            zones.add(zone(
                    asked.zones().get(i),
                    asked.session().zones().get(i),
                    answer.zones().get(i)));
        }
        var document = Document.mapping()
                .with(
                        "seconds",
                        asked.session()
                                .time()
                                .map(time -> Figures.number(time.toNanos() / 1e9))
                                .orElse(Document.UNKNOWN))
                .with("zones", Document.listing(zones));
        document = switch (answer) {
            case SessionAnswer.Found(var ofZones, var combinations) ->
                document.with(
                        "combinations",
                        Document.listing(combinations.stream()
                                .map(each -> combination(each, ofZones))
                                .toList()));
            case SessionAnswer.TooLong tooLong ->
                document.with(
                        "tooLong", Document.mapping().with("leastSeconds", Figures.number(tooLong.leastSeconds())));
            case SessionAnswer.ZoneInfeasible _ -> document;
        };
        return document.with("assumptions", Document.texts(asked.defaults()));
    }

    private static Document zone(Optional<ZoneId> id, SettingsQuestion asked, SettingsAnswer answer) {
        var document = Document.mapping()
                .with("id", id.map(zone -> Document.of(zone.id())).orElse(Document.UNKNOWN))
                .with("areaCm2", Figures.number(asked.zone().outline().area().squareCentimetres()))
                .with(
                        "goal",
                        Document.mapping()
                                .with(
                                        "densityPerCm2",
                                        Figures.number(asked.goal().density().perSquareCentimetre()))
                                .with(
                                        "depthMm",
                                        Figures.number(asked.goal().depth().asMillimetres())));
        return switch (answer) {
            case SettingsAnswer.Found(var settings) ->
                document.with(
                        "settings",
                        Document.listing(settings.stream()
                                .map(each -> setting(each, asked.zone().device()))
                                .toList()));
            case SettingsAnswer.Infeasible(var unless) ->
                document.with(
                        "infeasible",
                        Document.listing(unless.stream()
                                .map(bounds -> Document.texts(
                                        bounds.stream().map(GoalAnswer::id).toList()))
                                .toList()));
        };
    }

    private static Document setting(Setting setting, NeedleArray device) {
        var technique = setting.technique();
        var surface = setting.surface();
        var document = Document.mapping()
                .with("depthMm", Figures.number(technique.depth().asMillimetres()))
                .with("passes", Document.of(technique.passes()))
                .with("directions", Document.of(technique.directions()))
                .with(
                        "glideMmPerS",
                        switch (device) {
                            case NeedleArray.Pen _ ->
                                Figures.number(technique.glide().millimetresPerSecond());
                            case NeedleArray.Roller _, NeedleArray.Stamp _ -> Document.UNKNOWN;
                        })
                .with(
                        "seconds",
                        switch (setting.pace()) {
                            case Pace.Motorised motorised -> Figures.number(motorised.seconds());
                            case Pace.ByHand() -> Document.UNKNOWN;
                        })
                .with("told", misfit(setting.told()))
                .with("worst", misfit(setting.worst()))
                .with(
                        "density",
                        Document.mapping()
                                .with(
                                        "mean",
                                        Figures.number(surface.density().mean().perSquareCentimetre()))
                                .with(
                                        "n95",
                                        Figures.number(surface.density().n95().perSquareCentimetre()))
                                .with("cv", Figures.number(surface.density().cv())))
                .with("coverage", Figures.number(surface.coverage().monteCarlo().value()))
                .with(
                        "duplicates",
                        Figures.number(surface.duplicates().monteCarlo().value()));
        document = switch (setting.deepest()) {
            case DermisReach.Reached(var reaching, var beyond) ->
                document.with("reachingDermis", Figures.number(reaching.value()))
                        .with("beyondDermis", Figures.number(beyond.value()));
            case DermisReach.ThicknessUnknown _ ->
                document.with("reachingDermis", Document.UNKNOWN).with("beyondDermis", Document.UNKNOWN);
        };
        return document.with(
                "cautions",
                Document.texts(setting.cautions().stream().map(GoalAnswer::id).toList()));
    }

    private static Document misfit(Misfit misfit) {
        return Document.mapping()
                .with("under", Figures.number(misfit.under()))
                .with("over", Figures.number(misfit.over()));
    }

    /// Its settings by their numbers, from 0, in the lists of the zones.
    private static Document combination(SessionAnswer.Combination combination, List<SettingsAnswer> zones) {
        return Document.mapping()
                .with("under", Figures.number(combination.worst().under()))
                .with("over", Figures.number(combination.worst().over()))
                .with("seconds", Figures.number(combination.seconds()))
                .with(
                        "settings",
                        Document.listing(IntStream.range(0, zones.size())
                                .mapToObj(i -> Document.of(
                                        number(combination.settings().get(i), zones.get(i))))
                                .toList()));
    }

    private static int number(Setting setting, SettingsAnswer zone) {
        return switch (zone) {
            case SettingsAnswer.Found(var settings) -> settings.indexOf(setting);
            case SettingsAnswer.Infeasible _ -> throw new IllegalArgumentException("a combination of no setting");
        };
    }

    /// What a bound says, for people.
    static String words(Bound bound) {
        return switch (bound) {
            case NEEDLE_LENGTH -> "every depth is more than the needle's length";
            case LABEL_DEPTH -> "deeper than the device's label";
            case SCOPE -> "deeper than the practitioner's scope";
            case THICKNESS_UNKNOWN -> "the skin's thickness is not known: a clinician gives it";
            case BEYOND_DERMIS -> "too much goes through the dermis in the worst scenario";
            case TIME -> "takes longer than there is time";
            case COVERAGE -> "too much of the surface lies in holes";
            case DUPLICATES -> "too many punctures go into holes that are there";
            case SIZE -> "more punctures than are ever simulated";
        };
    }
}
