package org.stipple.clinic.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.web.words.Tongue;

@Repository
class ConsentStore {

    private static final String PERSON = "person";
    private static final String REPRESENTATIVE = "representative";
    private static final String IN_THE_CLINIC = "clinic";
    private static final String BY_OWN_LINK = "own-link";

    private final JdbcClient sql;

    ConsentStore(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PatientId patient, Consent consent) {
        sql.sql("""
                        insert into consent (clinic_id, patient_id, consent_id, purpose, version, language, sha256, course_id, course_sha256,
                          particulars, signed_name, signed_by, relation, strokes, signed_where, invitation_id, witness, given_at)
                        values (current_clinic(), :patient, :id, :purpose, :version, :language, :sha256, :course, :courseHash,
                          :particulars, :name, :by, :relation, :strokes, :where, :invitation, :witness, :at)
                        """)
                .param("patient", patient.value())
                .param("id", consent.id())
                .param("purpose", consent.purpose().id())
                .param("version", consent.version())
                .param("language", consent.tongue().lang())
                .param("sha256", consent.sha256())
                .param("particulars", String.join("\n", consent.particulars()))
                .param("strokes", consent.mark().drawn().map(Drawing::written).orElse(null))
                .param("course", consent.course().map(ShownCourse::id).orElse(null))
                .param("courseHash", consent.course().map(ShownCourse::sha256).orElse(null))
                .param("name", consent.signer().name())
                .param(
                        "by",
                        switch (consent.signer()) {
                            case Signer.ThePerson _ -> PERSON;
                            case Signer.Representative _ -> REPRESENTATIVE;
                            case Signer.NotAsked _ -> null;
                        })
                .param(
                        "relation",
                        consent.signer() instanceof Signer.Representative(var _, var relation) ? relation.id() : null)
                .param(
                        "where",
                        switch (consent.where()) {
                            case Where.InTheClinic _ -> IN_THE_CLINIC;
                            case Where.ByOwnLink _ -> BY_OWN_LINK;
                        })
                .param("invitation", consent.where() instanceof Where.ByOwnLink(var invitation) ? invitation : null)
                .param(
                        "witness",
                        switch (consent.where()) {
                            case Where.InTheClinic(var witness) -> witness;
                            case Where.ByOwnLink _ -> "";
                        })
                .param("at", Timestamp.from(consent.givenAt()))
                .update();
    }

    void confirm(PatientId patient, UUID consent, String meaning, Actor by, Instant at) {
        sql.sql("""
                        insert into consent_confirmation (clinic_id, patient_id, consent_id, meaning, account_id, confirmed_by,
                          confirmed_at)
                        values (current_clinic(), :patient, :id, :meaning, :account, :by, :at) on conflict do nothing
                        """)
                .param("patient", patient.value())
                .param("id", consent)
                .param("meaning", meaning)
                .param("account", by.account().value())
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Ends all of a purpose in one statement. False when nothing held any more.
    boolean withdraw(PatientId patient, Purpose purpose, Instant at, String by) {
        return sql.sql("""
                        insert into consent_withdrawal (clinic_id, patient_id, consent_id, withdrawn_at, noted_by)
                        select c.clinic_id, c.patient_id, c.consent_id, :at, :by from consent c
                        where c.patient_id = :patient and c.purpose = :purpose
                          and not exists (select from consent_withdrawal x
                                          where x.clinic_id = c.clinic_id and x.consent_id = c.consent_id)
                        on conflict do nothing
                        """)
                        .param("patient", patient.value())
                        .param("purpose", purpose.id())
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                > 0;
    }

    List<Consent> of(PatientId patient) {
        return sql.sql("""
                        select c.*, w.withdrawn_at, f.confirmed_by, f.confirmed_at
                        from consent c left join consent_withdrawal w using (clinic_id, patient_id, consent_id)
                          left join consent_confirmation f using (clinic_id, patient_id, consent_id)
                        where c.patient_id = :patient order by c.given_at desc, c.entry desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Consent(
                        row.getObject("consent_id", UUID.class),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getInt("version"),
                        Tongue.of(row.getString("language")).orElseThrow(),
                        row.getString("sha256"),
                        course(row),
                        row.getString("particulars").lines().toList(),
                        signer(row),
                        Optional.ofNullable(row.getString("strokes"))
                                .<Mark>map(written -> new Mark.Drawn(Drawing.read(written)))
                                .orElseGet(Mark.Typed::new),
                        where(row),
                        row.getTimestamp("given_at").toInstant(),
                        confirmed(row),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant)))
                .list();
    }

    private static Where where(ResultSet row) throws SQLException {
        return row.getString("signed_where").equals(BY_OWN_LINK)
                ? new Where.ByOwnLink(row.getObject("invitation_id", UUID.class))
                : new Where.InTheClinic(row.getString("witness"));
    }

    private static Optional<Confirmation> confirmed(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("confirmed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Confirmation(row.getString("confirmed_by"), at.toInstant()));
    }

    private static Signer signer(ResultSet row) throws SQLException {
        String name = row.getString("signed_name");
        return switch (row.getString("signed_by")) {
            case null -> new Signer.NotAsked(name);
            case REPRESENTATIVE ->
                new Signer.Representative(
                        name, Signer.Relation.find(row.getString("relation")).orElseThrow());
            case String _ -> new Signer.ThePerson(name);
        };
    }

    private static Optional<ShownCourse> course(ResultSet row) throws SQLException {
        UUID id = row.getObject("course_id", UUID.class);
        String sha256 = row.getString("course_sha256");
        return id == null || sha256 == null ? Optional.empty() : Optional.of(new ShownCourse(id, sha256));
    }
}
