package org.stipple.clinic.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.consent.ConsentTexts.Edition;
import org.stipple.clinic.web.words.Tongue;

@Repository
class ConsentTextStore {

    private final JdbcClient sql;

    ConsentTextStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// The newest version in all its languages, English first; empty where there is none.
    List<ConsentText> newest(Purpose purpose) {
        return sql.sql("""
                        select * from consent_text t where purpose = :purpose
                          and version = (select max(version) from consent_text where purpose = :purpose)
                        """).param("purpose", purpose.id()).query((row, _) -> text(purpose, row)).list().stream()
                .sorted(Comparator.comparing(ConsentText::tongue))
                .toList();
    }

    Optional<ConsentText> find(Purpose purpose, int version, Tongue tongue) {
        return sql.sql(
                        "select * from consent_text where purpose = :purpose and version = :version and language = :language")
                .param("purpose", purpose.id())
                .param("version", version)
                .param("language", tongue.lang())
                .query((row, _) -> text(purpose, row))
                .optional();
    }

    /// Newest first.
    List<Edition> editions(Purpose purpose) {
        record Row(ConsentText text, Instant at, String by) {}
        return sql
                .sql("select * from consent_text where purpose = :purpose")
                .param("purpose", purpose.id())
                .query((row, _) -> new Row(
                        text(purpose, row), row.getTimestamp("in_force").toInstant(), row.getString("published_by")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(row -> row.text().version()))
                .entrySet()
                .stream()
                .map(rows -> new Edition(
                        rows.getKey(),
                        rows.getValue().stream()
                                .map(Row::text)
                                .sorted(Comparator.comparing(ConsentText::tongue))
                                .toList(),
                        rows.getValue().getFirst().at(),
                        Optional.of(rows.getValue().getFirst().by()).filter(by -> !by.isEmpty())))
                .sorted(Comparator.comparing(Edition::version).reversed())
                .toList();
    }

    private static ConsentText text(Purpose purpose, ResultSet row) throws SQLException {
        return new ConsentText(
                purpose,
                row.getInt("version"),
                Tongue.of(row.getString("language")).orElseThrow(),
                row.getString("title"),
                row.getString("body"));
    }

    void insert(ConsentText text, String by, Instant at) {
        sql.sql("""
                        insert into consent_text (clinic_id, purpose, version, language, title, body, sha256, published_by, in_force)
                        values (current_clinic(), :purpose, :version, :language, :title, :body, :sha256, :by, :at)
                        on conflict do nothing
                        """)
                .param("purpose", text.purpose().id())
                .param("version", text.version())
                .param("language", text.tongue().lang())
                .param("title", text.title())
                .param("body", text.body())
                .param("sha256", text.sha256())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }
}
