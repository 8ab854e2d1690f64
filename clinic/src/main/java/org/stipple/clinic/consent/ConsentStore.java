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
import org.stipple.clinic.access.PatientId;

@Repository
class ConsentStore {

    private static final String PERSON = "person";
    private static final String REPRESENTATIVE = "representative";

    private final JdbcClient sql;

    ConsentStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<ConsentText> newestText(Purpose purpose) {
        return sql.sql(
                        "select version, title, body from consent_text where purpose = :purpose order by version desc limit 1")
                .param("purpose", purpose.id())
                .query((row, _) ->
                        new ConsentText(purpose, row.getInt("version"), row.getString("title"), row.getString("body")))
                .optional();
    }

    void insertText(ConsentText text, Instant at) {
        sql.sql("""
                        insert into consent_text (clinic_id, purpose, version, title, body, sha256, in_force)
                        values (current_clinic(), :purpose, :version, :title, :body, :sha256, :at) on conflict do nothing
                        """)
                .param("purpose", text.purpose().id())
                .param("version", text.version())
                .param("title", text.title())
                .param("body", text.body())
                .param("sha256", text.sha256())
                .param("at", Timestamp.from(at))
                .update();
    }

    void insert(PatientId patient, Consent consent) {
        sql.sql("""
                        insert into consent (clinic_id, patient_id, consent_id, purpose, version, sha256, course_id, course_sha256, signed_name,
                          signed_by, relation, witness, given_at)
                        values (current_clinic(), :patient, :id, :purpose, :version, :sha256, :course, :courseHash, :name, :by, :relation,
                          :witness, :at)
                        """)
                .param("patient", patient.value())
                .param("id", consent.id())
                .param("purpose", consent.purpose().id())
                .param("version", consent.version())
                .param("sha256", consent.sha256())
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
                .param("witness", consent.witness())
                .param("at", Timestamp.from(consent.givenAt()))
                .update();
    }

    /// False when it was withdrawn before.
    boolean withdraw(PatientId patient, UUID consent, Instant at, String by) {
        return sql.sql("""
                        insert into consent_withdrawal (clinic_id, patient_id, consent_id, withdrawn_at, noted_by)
                        values (current_clinic(), :patient, :id, :at, :by) on conflict do nothing
                        """)
                        .param("patient", patient.value())
                        .param("id", consent)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Consent> of(PatientId patient) {
        return sql.sql("""
                        select c.*, w.withdrawn_at from consent c left join consent_withdrawal w using (clinic_id, patient_id, consent_id)
                        where c.patient_id = :patient order by c.given_at desc, c.entry desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> new Consent(
                        row.getObject("consent_id", UUID.class),
                        Purpose.find(row.getString("purpose")).orElseThrow(),
                        row.getInt("version"),
                        row.getString("sha256"),
                        course(row),
                        signer(row),
                        row.getString("witness"),
                        row.getTimestamp("given_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("withdrawn_at")).map(Timestamp::toInstant)))
                .list();
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
