package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.OutcomeScale;
import org.stipple.quantities.ZoneId;

@Repository
class ScoreStore {

    private final JdbcClient sql;

    ScoreStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// @return whether it was written: what was corrected before is not corrected again
    boolean insert(PatientId patient, Score score, Actor actor) {
        var told = score.told();
        var scale = score.scale();
        return sql.sql("""
                        insert into scale_score (clinic_id, patient_id, score_id, scale, scale_name, variant, judges, least, most,
                          lower_is_better, knowledge, scored_by, way, blinding, scorer, total, meaning, absent, zones, scored_on, session_id, side,
                          corrects, reason, recorded_at, recorded_by, recorded_account)
                        values (current_clinic(), :patient, :id, :scale, :name, :variant, :judges, :least, :most, :lower, :knowledge,
                          :scoredBy, :way, :blinding, :scorer, :total, :meaning, :absent, :zones, :on, :session, :side, :corrects, :reason,
                          :at, :by, :account)
                        on conflict (clinic_id, corrects) do nothing
                        """)
                        .param("patient", patient.value())
                        .param("id", score.id())
                        .param("scale", scale.id())
                        .param("name", scale.name())
                        .param("variant", told.variant().orElse(null))
                        .param("judges", scale.judges().id())
                        .param("least", scale.least())
                        .param("most", scale.most())
                        .param("lower", scale.lowerIsBetter())
                        .param("knowledge", scale.knowledge())
                        .param("scoredBy", told.rater().by().id())
                        .param("way", way(told.rater()).map(Score.Way::id).orElse(null))
                        .param(
                                "blinding",
                                blinding(told.rater()).map(Score.Blinding::id).orElse(null))
                        .param("scorer", told.rater().name())
                        .param("total", score.total().orElse(null))
                        .param("meaning", meaning(told.answer()).orElse(null))
                        .param(
                                "absent",
                                why(told.answer()).map(Score.Answer.Why::id).orElse(null))
                        .param("zones", told.zones().stream().map(ZoneId::id).collect(Collectors.joining(" ")))
                        .param("on", told.on())
                        .param(
                                "session",
                                told.beside().map(Score.Beside::session).orElse(null))
                        .param(
                                "side",
                                told.beside()
                                        .map(Score.Beside::side)
                                        .map(Score.Side::id)
                                        .orElse(null))
                        .param(
                                "corrects",
                                score.correction().map(Score.Correction::of).orElse(null))
                        .param(
                                "reason",
                                score.correction().map(Score.Correction::reason).orElse(null))
                        .param("at", Timestamp.from(score.recordedAt()))
                        .param("by", score.recordedBy())
                        .param("account", actor.account().value())
                        .update()
                == 1;
    }

    /// In the order of the days on which they were judged.
    List<Score> of(PatientId patient) {
        return sql.sql("select * from scale_score where patient_id = :patient order by scored_on, entry")
                .param("patient", patient.value())
                .query((row, _) -> score(row))
                .list();
    }

    private static Optional<Score.Way> way(Score.Rater rater) {
        return switch (rater) {
            case Score.Rater.Clinician _ -> Optional.empty();
            case Score.Rater.ThePerson person -> Optional.of(person.way());
        };
    }

    private static Optional<Score.Blinding> blinding(Score.Rater rater) {
        return switch (rater) {
            case Score.Rater.Clinician clinician -> Optional.of(clinician.blinding());
            case Score.Rater.ThePerson _ -> Optional.empty();
        };
    }

    private static Optional<String> meaning(Score.Answer answer) {
        return switch (answer) {
            case Score.Answer.Given given -> given.meaning();
            case Score.Answer.Absent _ -> Optional.empty();
        };
    }

    private static Optional<Score.Answer.Why> why(Score.Answer answer) {
        return switch (answer) {
            case Score.Answer.Given _ -> Optional.empty();
            case Score.Answer.Absent absent -> Optional.of(absent.why());
        };
    }

    private static Score score(ResultSet row) throws SQLException {
        return new Score(
                row.getObject("score_id", UUID.class),
                new Score.ByScale(
                        row.getString("scale"),
                        row.getString("scale_name"),
                        row.getString("judges").equals(OutcomeScale.Judges.CHANGE.id())
                                ? OutcomeScale.Judges.CHANGE
                                : OutcomeScale.Judges.STATE,
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most"),
                        row.getBoolean("lower_is_better"),
                        row.getString("knowledge")),
                new Score.Told(
                        rater(row),
                        answer(row),
                        Optional.ofNullable(row.getString("variant")),
                        Arrays.stream(row.getString("zones").split(" "))
                                .flatMap(zone -> ZoneId.find(zone).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        row.getObject("scored_on", LocalDate.class),
                        beside(row)),
                correction(row),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"));
    }

    private static Score.Rater rater(ResultSet row) throws SQLException {
        String scorer = row.getString("scorer");
        return row.getString("scored_by").equals(OutcomeScale.By.PATIENT.id())
                ? new Score.Rater.ThePerson(
                        scorer, Score.Way.find(row.getString("way")).orElseThrow())
                : new Score.Rater.Clinician(
                        scorer, Score.Blinding.find(row.getString("blinding")).orElseThrow());
    }

    private static Score.Answer answer(ResultSet row) throws SQLException {
        BigDecimal total = row.getBigDecimal("total");
        return total == null
                ? new Score.Answer.Absent(
                        Score.Answer.Why.find(row.getString("absent")).orElseThrow())
                : new Score.Answer.Given(total, Optional.ofNullable(row.getString("meaning")));
    }

    private static Optional<Score.Beside> beside(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("session_id", UUID.class)).map(session -> {
            try {
                return new Score.Beside(
                        session, Score.Side.find(row.getString("side")).orElseThrow());
            } catch (SQLException gone) {
                throw new IllegalStateException(gone);
            }
        });
    }

    private static Optional<Score.Correction> correction(ResultSet row) throws SQLException {
        UUID corrects = row.getObject("corrects", UUID.class);
        return corrects == null
                ? Optional.empty()
                : Optional.of(new Score.Correction(corrects, row.getString("reason")));
    }
}
