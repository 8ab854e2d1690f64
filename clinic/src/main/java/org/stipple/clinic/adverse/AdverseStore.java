package org.stipple.clinic.adverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.AdverseEvent.Filled;
import org.stipple.clinic.adverse.AdverseEvent.GoOn;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Review;
import org.stipple.clinic.adverse.AdverseEvent.Revision;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.adverse.AdverseEvent.Thing;
import org.stipple.clinic.adverse.AdverseEvent.Treated;
import org.stipple.clinic.adverse.AdverseEvent.ZoneDone;
import org.stipple.quantities.Depth;

/// Events of people whose records are open.
@Repository
class AdverseStore {

    private final JdbcClient sql;

    AdverseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Of the whole clinic. No record is opened for that.
    int waiting() {
        return sql.sql("select count(*) from waiting_adverse")
                .query(Integer.class)
                .single();
    }

    /// What stands, or waits to be looked at: what was opened first comes first. All records are open.
    List<AdverseEvent> waiting(int atMost) {
        return all("""
                        select e.* from waiting_adverse w join adverse_event e on e.clinic_id = w.clinic_id and e.event_id = w.event_id
                        where w.clinic_id = current_clinic() order by w.opened_at, e.entry limit :most
                        """, atMost);
    }

    /// The newest of the clinic. All records are open.
    List<AdverseEvent> newest(int atMost) {
        return all("select e.* from adverse_event e order by e.opened_at desc, e.entry desc limit :most", atMost);
    }

    private List<AdverseEvent> all(String which, int atMost) {
        return sql.sql(which).param("most", atMost).query((row, _) -> event(row)).list().stream()
                .map(this::whole)
                .toList();
    }

    /// Newest first.
    List<AdverseEvent> of(PatientId patient) {
        return sql
                .sql("select * from adverse_event where patient_id = :patient order by opened_at desc, entry desc")
                .param("patient", patient.value())
                .query((row, _) -> event(row))
                .list()
                .stream()
                .map(this::whole)
                .toList();
    }

    Optional<AdverseEvent> find(PatientId patient, UUID event) {
        return sql.sql("select * from adverse_event where patient_id = :patient and event_id = :event")
                .param("patient", patient.value())
                .param("event", event)
                .query((row, _) -> event(row))
                .optional()
                .map(this::whole);
    }

    /// The event of this kind that an entry of a diary opened.
    Optional<UUID> ofDiary(PatientId patient, String entry, String kind) {
        return sql.sql("""
                        select event_id from adverse_event where patient_id = :patient and diary_entry = :entry
                          and diary_kind = :kind
                        """)
                .param("kind", kind)
                .param("patient", patient.value())
                .param("entry", entry)
                .query(UUID.class)
                .optional();
    }

    void insert(AdverseEvent event) {
        sql.sql("""
                        insert into adverse_event (clinic_id, patient_id, event_id, source, diary_entry, diary_kind, session_id, session_number,
                          treated_at, treated_by, opened_at, opened_by, opened_account)
                        values (current_clinic(), :patient, :event, :source, :diary, :kind, :session, :number, :treated, :treatedBy, :at,
                          :by, :account)
                        """)
                .param("patient", event.patient().value())
                .param("event", event.id())
                .param(
                        "source",
                        switch (event.source()) {
                            case Source.ByHand() -> "by-hand";
                            case Source.FromDiary _ -> "diary";
                        })
                .param(
                        "diary",
                        switch (event.source()) {
                            case Source.ByHand() -> null;
                            case Source.FromDiary(var entry) -> entry;
                        })
                .param(
                        "kind",
                        switch (event.source()) {
                            case Source.ByHand() -> null;
                            case Source.FromDiary _ ->
                                AdverseEvents.diaryKind(
                                        event.revisions().getFirst().said());
                        })
                .param("session", event.treated().map(Treated::session).orElse(null))
                .param("number", event.treated().map(Treated::number).orElse(null))
                .param(
                        "treated",
                        event.treated().map(Treated::at).map(Timestamp::from).orElse(null))
                .param("treatedBy", event.treated().map(Treated::by).orElse(null))
                .param("at", Timestamp.from(event.openedAt()))
                .param("by", event.openedBy())
                .param("account", event.openedAccount().value())
                .update();
        for (int i = 0; i < event.zones().size(); i++) {
            insert(event, i + 1, event.zones().get(i));
        }
        for (int i = 0; i < event.products().size(); i++) {
            insert(event, i + 1, event.products().get(i));
        }
        event.revisions().forEach(revision -> insert(event, revision));
    }

    private void insert(AdverseEvent event, int place, ZoneDone zone) {
        sql.sql("""
                        insert into adverse_event_zone (clinic_id, patient_id, event_id, place, zone, depth_um, done)
                        values (current_clinic(), :patient, :event, :place, :zone, :depth, :done)
                        """)
                .param("patient", event.patient().value())
                .param("event", event.id())
                .param("place", place)
                .param("zone", zone.zone())
                .param("depth", zone.depth().micrometres())
                .param("done", zone.done())
                .update();
    }

    private void insert(AdverseEvent event, int place, Product product) {
        sql.sql("""
                        insert into adverse_event_product (clinic_id, patient_id, event_id, place, kind, name, lot, serial, gtin, expiry,
                          note)
                        values (current_clinic(), :patient, :event, :place, :kind, :name, :lot, :serial, :gtin, :expiry, :note)
                        """)
                .param("patient", event.patient().value())
                .param("event", event.id())
                .param("place", place)
                .param("kind", product.thing().id())
                .param("name", product.name())
                .param("lot", product.lot().orElse(null))
                .param("serial", product.serial().orElse(null))
                .param("gtin", product.gtin().orElse(null))
                .param("expiry", product.expiry().orElse(null))
                .param("note", product.note().orElse(null))
                .update();
    }

    void insert(AdverseEvent event, Revision revision) {
        Said said = revision.said();
        sql.sql("""
                        insert into adverse_event_revision (clinic_id, patient_id, event_id, revision, kind, kind_words, onset,
                          description, grade, serious, done, outcome, resolved_on, reason, knowledge, recorded_at, recorded_by,
                          recorded_account)
                        values (current_clinic(), :patient, :event, :revision, :kind, :kindWords, :onset, :description, :grade,
                          :serious, :done, :outcome, :resolved, :reason, :knowledge, :at, :by, :account)
                        """)
                .param("patient", event.patient().value())
                .param("event", event.id())
                .param("revision", revision.number())
                .param("kind", said.kind().id())
                .param("kindWords", said.kind().words())
                .param("onset", said.onset().orElse(null))
                .param("description", said.description())
                .param("grade", said.grade().map(Grade::number).orElse(null))
                .param(
                        "serious",
                        said.serious()
                                .map(by -> by.stream().sorted().map(Serious::id).toArray(String[]::new))
                                .orElse(null))
                .param("done", said.done().orElse(null))
                .param("outcome", said.outcome().id())
                .param("resolved", said.resolvedOn().orElse(null))
                .param("reason", revision.reason().orElse(null))
                .param("knowledge", revision.knowledge())
                .param("at", Timestamp.from(revision.at()))
                .param("by", revision.by())
                .param("account", revision.account().value())
                .update();
    }

    void insert(AdverseEvent event, Filled filled, AccountId account) {
        sql.sql("""
                        insert into adverse_event_field (clinic_id, patient_id, event_id, field, applicable, words, recorded_at,
                          recorded_by, recorded_account)
                        values (current_clinic(), :patient, :event, :field, :applicable, :words, :at, :by, :account)
                        """)
                .param("patient", event.patient().value())
                .param("event", event.id())
                .param("field", filled.field().id())
                .param("applicable", filled.applicable())
                .param("words", filled.words())
                .param("at", Timestamp.from(filled.at()))
                .param("by", filled.by())
                .param("account", account.value())
                .update();
    }

    /// False when that was signed of this revision before.
    boolean insert(AdverseEvent event, GoOn goOn, String meaning, Actor signer) {
        return sql.sql("""
                        insert into adverse_event_go_on (clinic_id, patient_id, event_id, revision, reason, meaning, account_id, signer,
                          signed_at)
                        values (current_clinic(), :patient, :event, :revision, :reason, :meaning, :account, :signer, :at)
                        on conflict do nothing
                        """)
                        .param("patient", event.patient().value())
                        .param("event", event.id())
                        .param("revision", goOn.revision())
                        .param("reason", goOn.reason())
                        .param("meaning", meaning)
                        .param("account", signer.account().value())
                        .param("signer", goOn.signer())
                        .param("at", Timestamp.from(goOn.at()))
                        .update()
                == 1;
    }

    /// False when this revision was reviewed before.
    boolean insert(AdverseEvent event, Review review, String meaning, Actor signer) {
        return sql.sql("""
                        insert into adverse_event_review (clinic_id, patient_id, event_id, revision, recorded_account, note, meaning,
                          account_id, signer, reviewed_at)
                        values (current_clinic(), :patient, :event, :revision, :recorded, :note, :meaning, :account, :signer, :at)
                        on conflict do nothing
                        """)
                        .param("patient", event.patient().value())
                        .param("event", event.id())
                        .param("revision", review.revision())
                        .param("recorded", event.newest().account().value())
                        .param("note", review.note())
                        .param("meaning", meaning)
                        .param("account", signer.account().value())
                        .param("signer", review.signer())
                        .param("at", Timestamp.from(review.at()))
                        .update()
                == 1;
    }

    private AdverseEvent whole(AdverseEvent event) {
        UUID id = event.id();
        return new AdverseEvent(
                id,
                event.patient(),
                event.source(),
                event.treated(),
                sql.sql("select zone, depth_um, done from adverse_event_zone where event_id = :event order by place")
                        .param("event", id)
                        .query((row, _) -> new ZoneDone(
                                row.getString("zone"), new Depth(row.getInt("depth_um")), row.getString("done")))
                        .list(),
                sql.sql("select * from adverse_event_product where event_id = :event order by place")
                        .param("event", id)
                        .query((row, _) -> product(row))
                        .list(),
                event.openedAt(),
                event.openedBy(),
                event.openedAccount(),
                sql.sql("select * from adverse_event_revision where event_id = :event order by revision")
                        .param("event", id)
                        .query((row, _) -> revision(row))
                        .list(),
                sql
                        .sql("select * from adverse_event_field where event_id = :event order by entry")
                        .param("event", id)
                        .query((row, _) -> filled(row))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList(),
                sql.sql("select * from adverse_event_go_on where event_id = :event order by revision")
                        .param("event", id)
                        .query((row, _) -> new GoOn(
                                row.getInt("revision"),
                                row.getString("reason"),
                                row.getString("signer"),
                                row.getTimestamp("signed_at").toInstant()))
                        .list(),
                sql.sql("select * from adverse_event_review where event_id = :event order by revision")
                        .param("event", id)
                        .query((row, _) -> new Review(
                                row.getInt("revision"),
                                row.getString("note"),
                                row.getString("signer"),
                                row.getTimestamp("reviewed_at").toInstant()))
                        .list());
    }

    private static AdverseEvent event(ResultSet row) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        String diary = row.getString("diary_entry");
        return new AdverseEvent(
                row.getObject("event_id", UUID.class),
                new PatientId(row.getObject("patient_id", UUID.class)),
                diary == null ? new Source.ByHand() : new Source.FromDiary(diary),
                session == null
                        ? Optional.empty()
                        : Optional.of(new Treated(
                                session,
                                row.getInt("session_number"),
                                row.getTimestamp("treated_at").toInstant(),
                                row.getString("treated_by"))),
                List.of(),
                List.of(),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                new AccountId(row.getObject("opened_account", UUID.class)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(
                Thing.find(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                Optional.ofNullable(row.getString("lot")),
                Optional.ofNullable(row.getString("serial")),
                Optional.ofNullable(row.getString("gtin")),
                Optional.ofNullable(row.getObject("expiry", LocalDate.class)),
                Optional.ofNullable(row.getString("note")));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        var serious = row.getArray("serious");
        Integer grade = row.getObject("grade", Integer.class);
        return new Revision(
                row.getInt("revision"),
                new Said(
                        new Kinds.Kind(row.getString("kind"), row.getString("kind_words")),
                        Optional.ofNullable(row.getObject("onset", LocalDate.class)),
                        row.getString("description"),
                        grade == null ? Optional.empty() : Grade.find(grade.toString()),
                        serious == null ? Optional.empty() : Optional.of(serious((String[]) serious.getArray())),
                        Optional.ofNullable(row.getString("done")),
                        Outcome.find(row.getString("outcome")).orElseThrow(),
                        Optional.ofNullable(row.getObject("resolved_on", LocalDate.class))),
                Optional.ofNullable(row.getString("reason")),
                row.getString("knowledge"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                new AccountId(row.getObject("recorded_account", UUID.class)));
    }

    private static Set<Serious> serious(String[] ids) {
        return Arrays.stream(ids).map(id -> Serious.find(id).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    /// A field that this release does not know any more is left out of the report; its row stays.
    private static Optional<Filled> filled(ResultSet row) throws SQLException {
        boolean applicable = row.getBoolean("applicable");
        String words = row.getString("words");
        Instant at = row.getTimestamp("recorded_at").toInstant();
        String by = row.getString("recorded_by");
        return ReportField.find(row.getString("field")).map(field -> new Filled(field, applicable, words, at, by));
    }
}
