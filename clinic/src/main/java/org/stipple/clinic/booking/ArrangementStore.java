package org.stipple.clinic.booking;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.clinic.access.AccountId;

/// Rooms, working hours, days off and lengths.
@Repository
class ArrangementStore {

    private final JdbcClient sql;

    ArrangementStore(JdbcClient sql) {
        this.sql = sql;
    }

    void openRoom(UUID room, String name, Instant at, String by) {
        sql.sql("""
                        insert into room (clinic_id, room_id, name, opened_at, opened_by)
                        values (current_clinic(), :room, :name, :at, :by)
                        """)
                .param("room", room)
                .param("name", name)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    void closeRoom(UUID room, Instant at, String by) {
        sql.sql("""
                        insert into room_closing (clinic_id, room_id, closed_at, closed_by)
                        values (current_clinic(), :room, :at, :by) on conflict do nothing
                        """)
                .param("room", room)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    List<Room> rooms() {
        return sql.sql("""
                        select r.room_id, r.name, c.room_id is null as open
                        from room r left join room_closing c on c.clinic_id = r.clinic_id and c.room_id = r.room_id
                        order by r.name, r.opened_at
                        """)
                .query((row, _) ->
                        new Room(row.getObject("room_id", UUID.class), row.getString("name"), row.getBoolean("open")))
                .list();
    }

    void week(UUID week, AccountId account, List<WorkingTime> times, Instant at, String by) {
        sql.sql("""
                        insert into working_week (clinic_id, week_id, account_id, said_at, said_by)
                        values (current_clinic(), :week, :account, :at, :by)
                        """)
                .param("week", week)
                .param("account", account.value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        for (WorkingTime time : times) {
            sql.sql("""
                            insert into working_time (clinic_id, week_id, weekday, from_time, to_time)
                            values (current_clinic(), :week, :day, :from, :to)
                            """)
                    .param("week", week)
                    .param("day", time.day().getValue())
                    .param("from", time.from())
                    .param("to", time.to())
                    .update();
        }
    }

    /// The week of each account that counts.
    Map<AccountId, List<WorkingTime>> weeks() {
        var weeks = new HashMap<AccountId, List<WorkingTime>>();
        sql.sql("""
                        select w.account_id, t.weekday, t.from_time, t.to_time
                        from (select distinct on (account_id) account_id, week_id from working_week order by account_id, entry desc) w
                          join working_time t on t.week_id = w.week_id
                        order by t.weekday, t.from_time
                        """)
                .query((row, _) -> Objects.requireNonNull(weeks.computeIfAbsent(
                                new AccountId(row.getObject("account_id", UUID.class)), _ -> new ArrayList<>()))
                        .add(new WorkingTime(
                                DayOfWeek.of(row.getInt("weekday")),
                                row.getObject("from_time", LocalTime.class),
                                row.getObject("to_time", LocalTime.class))))
                .list();
        return weeks;
    }

    void dayOff(AccountId account, LocalDate day, boolean off, Instant at, String by) {
        sql.sql("""
                        insert into day_off (clinic_id, account_id, on_day, is_off, said_at, said_by)
                        values (current_clinic(), :account, :day, :off, :at, :by)
                        """)
                .param("account", account.value())
                .param("day", day)
                .param("off", off)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    /// Days off of each account from a day on.
    Map<AccountId, Set<LocalDate>> daysOff(LocalDate from) {
        var days = new HashMap<AccountId, Set<LocalDate>>();
        sql.sql("""
                        select account_id, on_day from (
                          select distinct on (account_id, on_day) account_id, on_day, is_off from day_off
                          where on_day >= :from order by account_id, on_day, entry desc) newest
                        where is_off
                        """)
                .param("from", from)
                .query((row, _) -> Objects.requireNonNull(days.computeIfAbsent(
                                new AccountId(row.getObject("account_id", UUID.class)), _ -> new HashSet<>()))
                        .add(Objects.requireNonNull(row.getObject("on_day", LocalDate.class))))
                .list();
        return days;
    }

    void length(AppointmentKind kind, Duration length, Instant at, String by) {
        sql.sql("""
                        insert into appointment_length (clinic_id, kind, minutes, said_at, said_by)
                        values (current_clinic(), :kind, :minutes, :at, :by)
                        """)
                .param("kind", kind.id())
                .param("minutes", length.toMinutes())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    Duration length(AppointmentKind kind) {
        return sql.sql("select minutes from appointment_length where kind = :kind order by entry desc limit 1")
                .param("kind", kind.id())
                .query(Integer.class)
                .optional()
                .map(Duration::ofMinutes)
                .orElse(kind.usual());
    }
}
