package org.stipple.clinic.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.stipple.protocol.Operator;

@Repository
class AccountStore {

    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    record SignIn(Actor actor, String passwordHash) {}

    /// Somebody who was found by something else than their name.
    record Named(Actor actor, String username) {}

    static Named named(ResultSet row) throws SQLException {
        return new Named(actor(row), row.getString("username"));
    }

    /// Looks across clinics, which only the database function may do: before sign-in no clinic is known.
    Optional<SignIn> forSignIn(String username) {
        return sql.sql("select * from account_for_sign_in(:username)")
                .param("username", username)
                .query((row, _) -> new SignIn(actor(row), row.getString("password_hash")))
                .optional();
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ClinicId(row.getObject("clinic_id", UUID.class)),
                row.getString("name"),
                roles(row.getArray("roles")),
                row.getString("clinic_name"),
                Optional.ofNullable(row.getString("jurisdiction")),
                ZoneId.of(row.getString("time_zone")),
                profession(row));
    }

    private static Optional<Operator> profession(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("profession")).flatMap(Operator::find);
    }

    private static Set<Role> roles(Array array) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) array.getArray()).forEach(id -> Role.find(id).ifPresent(roles::add));
        return roles;
    }

    private static String[] ids(Set<Role> roles) {
        return roles.stream().map(Role::id).sorted().toArray(String[]::new);
    }

    void insert(
            UUID id,
            String username,
            String name,
            String passwordHash,
            Set<Role> roles,
            Optional<Operator> profession) {
        sql.sql("""
                        insert into account (clinic_id, account_id, username, name, password_hash, roles, profession)
                        values (current_clinic(), :id, :username, :name, :hash, :roles, :profession)
                        """)
                .param("id", id)
                .param("username", username.toLowerCase(java.util.Locale.ROOT))
                .param("name", name)
                .param("hash", passwordHash)
                .param("roles", ids(roles))
                .param("profession", profession.map(Operator::id).orElse(null))
                .update();
    }

    private static final String ACCOUNT =
            "select account_id, username, name, roles, profession, active, version, password_given, password_version"
                    + " from account ";

    List<Accounts.Account> all() {
        return sql.sql(ACCOUNT + "where active order by lower(name), username")
                .query((row, _) -> account(row))
                .list();
    }

    List<Accounts.Account> allEver() {
        return sql.sql(ACCOUNT + "order by active desc, lower(name), username")
                .query((row, _) -> account(row))
                .list();
    }

    Optional<Accounts.Account> find(AccountId account) {
        return sql.sql(ACCOUNT + "where account_id = :id")
                .param("id", account.value())
                .query((row, _) -> account(row))
                .optional();
    }

    private static Accounts.Account account(ResultSet row) throws SQLException {
        return new Accounts.Account(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                roles(row.getArray("roles")),
                profession(row),
                row.getBoolean("active"),
                row.getInt("version"),
                row.getBoolean("password_given"),
                row.getInt("password_version"));
    }

    /// @return whether it still stood at that version
    boolean change(AccountId id, int version, Set<Role> roles, Optional<Operator> profession, boolean active) {
        return sql.sql("""
                                update account set roles = :roles, profession = :profession, active = :active, version = version + 1
                                where account_id = :id and version = :version
                                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("roles", ids(roles))
                        .param("profession", profession.map(Operator::id).orElse(null))
                        .param("active", active)
                        .update()
                == 1;
    }

    /// That somebody else chose the password.
    void given(UUID id) {
        sql.sql("update account set password_given = true where account_id = :id")
                .param("id", id)
                .update();
    }

    /// Whether somebody of the staff, signing in still or no longer, has this name.
    boolean hasName(String name) {
        return sql.sql("""
                        select exists (select from account
                          where lower(btrim(name)) = lower(btrim(:name)) and not (roles <@ array['patient']))
                        """).param("name", name).query(Boolean.class).single();
    }

    /// @return the version of the password from here on
    int password(AccountId id, String hash) {
        return sql.sql("""
                        update account set password_hash = :hash, password_given = false, password_version = password_version + 1
                        where account_id = :id and active returning password_version
                        """)
                .param("id", id.value())
                .param("hash", hash)
                .query(Integer.class)
                .single();
    }

    void insert(AccountId id, AccountChanges.Change change, AccountId by) {
        sql.sql("""
                        insert into account_change
                          (clinic_id, account_id, what, before, after, reason, changed_at, changed_by, changed_account)
                        values (current_clinic(), :id, :what, :before, :after, :reason, :at, :by, :who)
                        """)
                .param("id", id.value())
                .param("what", change.what())
                .param("before", change.before())
                .param("after", change.after())
                .param("reason", change.reason())
                .param("at", Timestamp.from(change.at()))
                .param("by", change.by())
                .param("who", by.value())
                .update();
    }

    List<AccountChanges.Change> changes(AccountId id) {
        return sql.sql("""
                        select what, before, after, reason, changed_at, changed_by from account_change
                        where account_id = :id order by entry desc
                        """)
                .param("id", id.value())
                .query((row, _) -> new AccountChanges.Change(
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("reason"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    Optional<String> passwordHash(AccountId account) {
        return sql.sql("select password_hash from account where account_id = :id and active")
                .param("id", account.value())
                .query(String.class)
                .optional();
    }

    /// Lets one transaction at a time look whether there is a clinic and make the first.
    void waitForOthers() {
        sql.sql("select pg_advisory_xact_lock(hashtext('first start'))")
                .query((row, _) -> 1)
                .single();
    }

    boolean anyClinic() {
        return sql.sql("select any_clinic()").query(Boolean.class).single();
    }

    void setUpClinic(
            ClinicId clinic,
            String clinicName,
            Optional<String> jurisdiction,
            ZoneId zone,
            Instant at,
            AccountId account,
            String username,
            String person,
            String hash,
            Set<Role> roles,
            Optional<Operator> profession) {
        sql.sql("""
                        select set_up_clinic(:clinic, :clinicName, :place, :zone, :at::timestamptz, :account, :username, :person, :hash, :roles, :profession)
                        """)
                .param("clinic", clinic.value())
                .param("clinicName", clinicName)
                .param("place", jurisdiction.orElse(null))
                .param("zone", zone.getId())
                .param("at", java.time.OffsetDateTime.ofInstant(at, java.time.ZoneOffset.UTC))
                .param("account", account.value())
                .param("username", username.toLowerCase(java.util.Locale.ROOT))
                .param("person", person)
                .param("hash", hash)
                .param("roles", ids(roles))
                .param("profession", profession.map(Operator::id).orElse(null))
                .query((row, _) -> 1)
                .single();
    }
}
