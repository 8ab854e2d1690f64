package org.stipple.clinic.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each check of the catalogue, proved able to fail by one deliberate offender in a database of its own.
class IsolationTest {

    private static final Isolation.Exceptions LOOKED_AT = new Isolation.Exceptions(
            Set.of("calendar", "password_try"),
            Set.of(
                    "any_clinic",
                    "account_for_sign_in",
                    "account_for_passkey",
                    "account_for_subject",
                    "subject_is_linked",
                    "set_up_clinic",
                    "message_by_link",
                    "invitation_by_link",
                    "calendar_by_link",
                    "clinics_to_write_for",
                    "erase_record"));

    @Test
    void findsNothingWrongInTheTablesOfThisProgram() throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            assertThat(wrongIn(database)).isEmpty();
            database.refuseUnlessIsolated(LOOKED_AT);
        }
    }

    @Test
    void refusesWithEverythingThatIsWrong() throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asOwner(database, "create table stray (a int); alter table clinic no force row level security");
            assertThatThrownBy(() -> database.refuseUnlessIsolated(LOOKED_AT))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("the database does not keep clinics apart: "
                            + "clinic does not force row-level security; stray has no clinic_id");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create table visit (clinic_id uuid not null)              | visit has row-level security off
                    alter table account no force row level security           | account does not force row-level security
                    alter table account disable row level security            | account has row-level security off
                    drop policy own_clinic on request_key                     | request_key has no policy
                    create table note (text text)                             | note has no clinic_id
                    create table visit (clinic_id uuid)                       | visit may have an empty clinic_id
                    create policy all_rows on account for select using (true) | account is open by its policy all_rows
                    grant truncate on account to stipple_app                  | stipple_app may truncate account
                    create view people as select name from account            | people is a view with the rights of its owner
                    create materialized view people as select name from account | people is a view with the rights of its owner
                    create function peek() returns int security definer language sql as 'select 1' | peek is a function with the rights of its owner
                    """)
    void refusesSchemaThatLeaks(String offence, String found) throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asOwner(database, offence);
            assertThat(wrongIn(database)).containsExactly(found);
        }
    }

    @Test
    void acceptsViewsThatReadWithTheRightsOfWhoAsksAndTablesThatWereLookedAt() throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asOwner(
                    database,
                    "create view people with (security_invoker = true) as select name from account; "
                            + "create table calendar (day date)");
            assertThat(wrongIn(database)).isEmpty();
        }
    }

    @Test
    void refusesApplicationThatOwnsATable() throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asSuperuser(database, "alter table stipple.account owner to stipple_app");
            assertThat(wrongIn(database)).contains("stipple_app owns the table account");
        }
    }

    @Test
    void refusesApplicationThatMayUseTablesOutsideTheSchema() throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asSuperuser(database, "create table public.copy (name text); grant select on public.copy to stipple_app");
            assertThat(wrongIn(database)).containsExactly("stipple_app may use public.copy outside the schema");
        }
    }

    /// Roles belong to the whole server: each offence is taken back, or the other tests would see it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    alter role stipple_app superuser       | alter role stipple_app nosuperuser      | stipple_app is a superuser
                    alter role stipple_app bypassrls       | alter role stipple_app nobypassrls      | stipple_app bypasses row-level security
                    alter role stipple_app createrole      | alter role stipple_app nocreaterole     | stipple_app may make roles
                    alter role stipple_app createdb        | alter role stipple_app nocreatedb       | stipple_app may make databases
                    alter role stipple_app replication     | alter role stipple_app noreplication    | stipple_app may copy the whole database
                    grant stipple_owner to stipple_app     | revoke stipple_owner from stipple_app   | stipple_app is a member of stipple_owner
                    grant pg_read_all_data to stipple_app  | revoke pg_read_all_data from stipple_app | stipple_app is a member of pg_read_all_data
                    """)
    void refusesApplicationRoleThatCouldBypassPolicies(String offence, String undo, String found) throws SQLException {
        try (Database database = TestPostgres.fresh()) {
            asSuperuser(database, offence);
            try {
                assertThat(wrongIn(database)).contains(found);
            } finally {
                asSuperuser(database, undo);
            }
            assertThat(wrongIn(database)).isEmpty();
        }
    }

    private static List<String> wrongIn(Database database) throws SQLException {
        try (var application = database.applicationDataSource().getConnection()) {
            return Isolation.wrongIn(application, LOOKED_AT);
        }
    }

    private static void asOwner(Database database, String sql) throws SQLException {
        try (var owner = TestPostgres.owner(database).getConnection();
                var statement = owner.createStatement()) {
            statement.execute("set search_path = stipple");
            statement.execute(sql);
        }
    }

    private static void asSuperuser(Database database, String sql) throws SQLException {
        String name;
        try (var owner = TestPostgres.owner(database).getConnection()) {
            name = owner.getCatalog();
        }
        try (var superuser = TestPostgres.server().superuser(name);
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
