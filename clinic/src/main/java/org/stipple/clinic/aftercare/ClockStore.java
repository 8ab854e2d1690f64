package org.stipple.clinic.aftercare;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;

/// Where the clocks of open concerns stand. Nothing here needs a record to be open, and no sign is told.
@Repository
class ClockStore {

    private final JdbcClient sql;

    ClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An open concern whose next step is due.
    ///
    /// @param since from when its ladder counts
    /// @param step its number
    /// @param rung where on the ladder it stands
    /// @param woken who had taken it on when it was told again; empty where it was not
    record Due(UUID concern, int minutes, Instant since, int step, int rung, Optional<AccountId> woken) {}

    /// Claimed for this transaction: nobody else gets it, and nobody waits for it.
    Optional<Due> claim(Instant now) {
        return sql.sql("""
                        select * from waiting_concern where next_at <= :now order by next_at, concern_id limit 1 for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> new Due(
                        row.getObject("concern_id", UUID.class),
                        row.getInt("minutes"),
                        ConcernStore.instant(row, "since"),
                        row.getInt("next_step"),
                        row.getInt("rung"),
                        row.getBoolean("woken")
                                ? Optional.of(new AccountId(row.getObject("taker", UUID.class)))
                                : Optional.empty()))
                .optional();
    }

    /// Whether it is open; nobody closes it, takes it on or lays it before anybody until this transaction ends.
    boolean hold(UUID concern) {
        return sql.sql("select concern_id from waiting_concern where concern_id = :concern for update")
                .param("concern", concern)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void step(Due due, List<Role> roles, int people, Instant at, Instant nextAt) {
        sql.sql("""
                        insert into concern_step (clinic_id, concern_id, step, roles, people, stepped_at)
                        values (current_clinic(), :concern, :step, :roles, :people, :at)
                        """)
                .param("concern", due.concern())
                .param("step", due.step())
                .param("roles", roles.stream().map(Role::id).toArray(String[]::new))
                .param("people", people)
                .param("at", Timestamp.from(at))
                .update();
        sql.sql("""
                        update waiting_concern set next_step = :step + 1, rung = :rung + 1, next_at = :next, taken = false, woken = false
                        where concern_id = :concern
                        """)
                .param("concern", due.concern())
                .param("step", due.step())
                .param("rung", due.rung())
                .param("next", Timestamp.from(nextAt))
                .update();
    }

    /// Somebody took it on: the clock rests until then.
    void rest(UUID concern, AccountId taker, Instant until) {
        sql.sql("update waiting_concern set taken = true, taker = :taker, next_at = :until where concern_id = :concern")
                .param("concern", concern)
                .param("taker", taker.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    List<Concern.Step> steps(UUID concern) {
        return sql.sql("select * from concern_step where concern_id = :concern order by step")
                .param("concern", concern)
                .query((row, _) -> new Concern.Step(
                        row.getInt("step"),
                        ConcernStore.texts(row.getArray("roles")),
                        row.getInt("people"),
                        ConcernStore.instant(row, "stepped_at")))
                .list();
    }

    /// An open concern, as the lists know it.
    record Open(UUID concern, PatientId patient) {}

    /// What is open, what nobody has taken on and the gravest first.
    List<Open> open(int most) {
        return sql.sql("""
                        select concern_id, patient_id from waiting_concern
                        order by taken, case call when 'emergency' then 0 when 'clinician-today' then 1 else 2 end, raised_at, concern_id
                        limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Open(
                        row.getObject("concern_id", UUID.class),
                        new PatientId(row.getObject("patient_id", UUID.class))))
                .list();
    }

    /// A person of whom something is open.
    ///
    /// @param gravest what comes first of it, no more than asked for
    /// @param all how many are open
    record OpenOf(PatientId patient, List<UUID> gravest, int all) {}

    /// Who waits for an answer: whose gravest nobody has taken on first. However much somebody told, they stand
    /// here once.
    List<OpenOf> openByPerson(int mostPeople, int mostOfEach) {
        return sql.sql("""
                        with ranked as (
                          select patient_id, concern_id, taken, raised_at,
                            case call when 'emergency' then 0 when 'clinician-today' then 1 else 2 end as grave from waiting_concern),
                        placed as (
                          select patient_id, concern_id, row_number() over everybody as place, row_number() over one as nth from ranked
                          window everybody as (order by taken, grave, raised_at, concern_id),
                            one as (partition by patient_id order by taken, grave, raised_at, concern_id))
                        select patient_id, count(*) as all_of_them, array_agg(concern_id order by nth) filter (where nth <= :each) as gravest
                        from placed group by patient_id order by min(place) limit :most
                        """)
                .param("each", mostOfEach)
                .param("most", mostPeople)
                .query((row, _) -> new OpenOf(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        ConcernStore.texts(row.getArray("gravest")).stream()
                                .map(UUID::fromString)
                                .toList(),
                        row.getInt("all_of_them")))
                .list();
    }

    /// How many nobody has taken on although whoever sees to it that somebody answers was told.
    int countUnheard() {
        return sql.sql("""
                        select count(*) from waiting_concern w where not w.taken and exists
                          (select from concern_step s where s.concern_id = w.concern_id and :behind = any (s.roles))
                        """)
                .param("behind", Ladder.BEHIND.getFirst().id())
                .query(Integer.class)
                .single();
    }

    /// How many that are.
    int countOpen() {
        return sql.sql("select count(*) from waiting_concern")
                .query(Integer.class)
                .single();
    }
}
