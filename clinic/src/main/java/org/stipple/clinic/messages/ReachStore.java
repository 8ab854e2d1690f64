package org.stipple.clinic.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;

@Repository
class ReachStore {

    private final JdbcClient sql;

    ReachStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Reach> newest() {
        return sql.sql("select words, telephone, words_en, words_es from clinic_reach order by entry desc limit 1")
                .query((row, _) -> reach(row))
                .optional();
    }

    String emergency() {
        return sql.sql("select emergency from clinic_reach order by entry desc limit 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// A row without a number is of before there was one to state.
    private static Reach reach(ResultSet row) throws SQLException {
        String telephone = row.getString("telephone");
        if (telephone == null) {
            return new Reach.InOneText(row.getString("words"));
        }
        var words = new EnumMap<Tongue, String>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            String said = row.getString("words_" + tongue.lang());
            if (!said.isEmpty()) {
                words.put(tongue, said);
            }
        }
        return new Reach.Stated(
                Optional.of(telephone).filter(number -> !number.isEmpty()).map(Telephone::new), words);
    }

    void insert(Reach.Stated stated, String emergency, Instant at, String by) {
        Map<Tongue, String> words = stated.words();
        sql.sql("""
                        insert into clinic_reach (clinic_id, telephone, words_en, words_es, emergency, said_at, said_by)
                        values (current_clinic(), :telephone, :english, :spanish, :emergency, :at, :by)
                        """)
                .param("telephone", stated.telephone().map(Telephone::number).orElse(""))
                .param("english", words.getOrDefault(Tongue.ENGLISH, ""))
                .param("spanish", words.getOrDefault(Tongue.SPANISH, ""))
                .param("emergency", emergency)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }
}
