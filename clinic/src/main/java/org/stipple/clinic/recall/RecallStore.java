package org.stipple.clinic.recall;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.stock.RecalledGoods;

@Repository
class RecallStore {

    private final JdbcClient sql;

    RecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Approved> newestWords() {
        return sql.sql("select words_id, words, approved_at, approved_by from recall_words order by entry desc limit 1")
                .query((row, _) -> new Approved(
                        row.getObject("words_id", UUID.class),
                        row.getString("words"),
                        row.getTimestamp("approved_at").toInstant(),
                        row.getString("approved_by")))
                .optional();
    }

    void insert(Approved words) {
        sql.sql("""
                        insert into recall_words (clinic_id, words_id, words, approved_at, approved_by)
                        values (current_clinic(), :id, :words, :at, :by)
                        """)
                .param("id", words.id())
                .param("words", words.words())
                .param("at", Timestamp.from(words.at()))
                .param("by", words.by())
                .update();
    }

    void insert(RecalledGoods goods, UUID words, Notice notice) {
        sql.sql("""
                        insert into recall_notice (clinic_id, recall_id, article, lot, words_id, people, sent_at, sent_by)
                        values (current_clinic(), :recall, :article, :lot, :words, :people, :at, :by)
                        """)
                .param("recall", goods.id())
                .param("article", goods.product().orElse(""))
                .param("lot", goods.words())
                .param("words", words)
                .param("people", notice.people())
                .param("at", Timestamp.from(notice.at()))
                .param("by", notice.by())
                .update();
    }

    List<Notice> of(UUID recall) {
        return sql.sql("select people, sent_at, sent_by from recall_notice where recall_id = :recall order by entry")
                .param("recall", recall)
                .query((row, _) -> new Notice(
                        row.getInt("people"), row.getTimestamp("sent_at").toInstant(), row.getString("sent_by")))
                .list();
    }

    Set<UUID> noticed() {
        return Set.copyOf(sql.sql("select distinct recall_id from recall_notice")
                .query((row, _) -> row.getObject("recall_id", UUID.class))
                .list());
    }
}
