package org.stipple.clinic.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the database itself keeps clinics apart, as its catalogue tells it.
///
/// Row-level security protects only from a role that is bound by it, on tables where it is on, forced and has a
/// policy, and only from what goes through it: so roles, tables, views, functions and privileges are all
/// examined.
public final class Isolation {

    /// Flyway's own table, which the application has no right to.
    private static final String HISTORY = "flyway_schema_history";

    private Isolation() {}

    /// What a person has looked at, and what is therefore not refused.
    ///
    /// @param tablesWithoutClinic tables of the schema that hold nothing of a clinic
    /// @param definerFunctions functions that run with the rights of their owner, by which a clinic is found
    ///   before
    ///     it is known who asks
    public record Exceptions(Set<String> tablesWithoutClinic, Set<String> definerFunctions) {
        public Exceptions {
            tablesWithoutClinic = Set.copyOf(tablesWithoutClinic);
            definerFunctions = Set.copyOf(definerFunctions);
        }
    }

    /// Refuses with everything that is wrong, not only the first.
    static void refuseUnlessIsolated(Connection application, Exceptions exceptions) throws SQLException {
        List<String> wrong = wrongIn(application, exceptions);
        if (!wrong.isEmpty()) {
            throw new CannotStart("the database does not keep clinics apart: " + String.join("; ", wrong));
        }
    }

    /// @return what is wrong, one short sentence each, in a fixed order
    static List<String> wrongIn(Connection application, Exceptions exceptions) throws SQLException {
        var allowedTables = new ArrayList<>(exceptions.tablesWithoutClinic());
        allowedTables.add(HISTORY);
        var wrong = new ArrayList<String>();
        wrong.addAll(find(application, ROLE));
        wrong.addAll(find(application, OWNERSHIP));
        wrong.addAll(find(application, MEMBERSHIP));
        wrong.addAll(find(application, TABLES, allowedTables));
        wrong.addAll(find(application, POLICIES));
        wrong.addAll(find(application, TRUNCATE));
        wrong.addAll(find(application, VIEWS));
        wrong.addAll(find(application, DEFINERS, exceptions.definerFunctions()));
        wrong.addAll(find(application, ELSEWHERE));
        return wrong;
    }

    private static final String ROLE = """
            select r.rolname || ' ' || power.text from pg_roles r, lateral (values
                (r.rolsuper, 'is a superuser'), (r.rolbypassrls, 'bypasses row-level security'),
                (r.rolcreaterole, 'may make roles'), (r.rolcreatedb, 'may make databases'),
                (r.rolreplication, 'may copy the whole database')) as power (has, text)
            where r.rolname = current_user and power.has
            """;

    /// The owner of a table can switch its protection off; of a schema or database, drop it.
    private static final String OWNERSHIP = """
            select current_user || ' owns ' || owned.what from (
                select 'the table ' || c.oid::regclass from pg_class c
                where c.relowner = current_user::regrole and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                union all select 'the schema ' || nspname from pg_namespace where nspowner = current_user::regrole
                union all select 'the function ' || oid::regprocedure from pg_proc where proowner = current_user::regrole
                union all select 'the database' from pg_database
                where datname = current_database() and datdba = current_user::regrole) as owned (what)
            order by 1
            """;

    /// Of no role at all, the owner first: who is a member can become it.
    private static final String MEMBERSHIP = """
            select current_user || ' is a member of ' || m.roleid::regrole from pg_auth_members m
            where m.member = current_user::regrole order by 1
            """;

    private static final String TABLES = """
            select case
                when clinic.attnum is null then t.relname || ' has no clinic_id'
                when not clinic.attnotnull then t.relname || ' may have an empty clinic_id'
                when not t.relrowsecurity then t.relname || ' has row-level security off'
                when not t.relforcerowsecurity then t.relname || ' does not force row-level security'
                else t.relname || ' has no policy' end
            from pg_class t
            left join pg_attribute clinic
                on clinic.attrelid = t.oid and clinic.attname = 'clinic_id' and not clinic.attisdropped
            where t.relnamespace = 'stipple'::regnamespace and t.relkind in ('r', 'p', 'f')
              and not (clinic.attnum is null and t.relname = any (?))
              and (clinic.attnum is null or not clinic.attnotnull or not t.relrowsecurity or not t.relforcerowsecurity
                   or not exists (select from pg_policy p where p.polrelid = t.oid))
            order by t.relname
            """;

    /// One policy that is always true opens a table, because policies are joined by "or".
    private static final String POLICIES = """
            select p.polrelid::regclass || ' is open by its policy ' || p.polname from pg_policy p
            join pg_class t on t.oid = p.polrelid and t.relnamespace = 'stipple'::regnamespace
            where p.polpermissive and (0 = any (p.polroles) or current_user::regrole = any (p.polroles))
              and (coalesce(pg_get_expr(p.polqual, p.polrelid), '') = 'true'
                   or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') = 'true')
            order by 1
            """;

    /// Row-level security does not apply to it.
    private static final String TRUNCATE = """
            select current_user || ' may truncate ' || t.relname from pg_class t
            where t.relnamespace = 'stipple'::regnamespace and t.relkind in ('r', 'p')
              and has_table_privilege(t.oid, 'TRUNCATE') order by t.relname
            """;

    /// A view reads with the rights of its owner unless told otherwise; a materialised view has no policies at
    /// all.
    private static final String VIEWS = """
            select t.relname || ' is a view with the rights of its owner' from pg_class t
            where t.relnamespace = 'stipple'::regnamespace
              and (t.relkind = 'm' or t.relkind = 'v'
                   and not exists (select from pg_options_to_table(t.reloptions)
                                   where option_name = 'security_invoker' and option_value::boolean))
            order by t.relname
            """;

    private static final String DEFINERS = """
            select p.proname || ' is a function with the rights of its owner' from pg_proc p
            where p.prosecdef and p.pronamespace = 'stipple'::regnamespace
              and has_function_privilege(p.oid, 'EXECUTE') and p.proname <> all (?)
            order by p.proname
            """;

    /// Tables of another schema are examined by nobody, so the application may have no right to them.
    private static final String ELSEWHERE = """
            select current_user || ' may use ' || n.nspname || '.' || t.relname || ' outside the schema' from pg_class t
            join pg_namespace n on n.oid = t.relnamespace
            where t.relkind in ('r', 'p', 'v', 'm', 'f')
              and n.nspname not in ('stipple', 'pg_catalog', 'information_schema', 'pg_toast')
              and n.nspname not like 'pg\\_temp\\_%' and has_schema_privilege(n.oid, 'USAGE')
              and has_table_privilege(t.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
            order by 1
            """;

    private static List<String> find(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            return rows(statement);
        }
    }

    private static List<String> find(Connection connection, String query, java.util.Collection<String> names)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", names.toArray()));
            return rows(statement);
        }
    }

    private static List<String> rows(java.sql.PreparedStatement statement) throws SQLException {
        var found = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
