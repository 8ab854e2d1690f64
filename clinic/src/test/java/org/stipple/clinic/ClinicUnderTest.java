package org.stipple.clinic;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Database;
import org.stipple.clinic.database.TestPostgres;
import org.stipple.clinic.treatment.WhoTreats;
import org.stipple.clinic.web.DemoMark;
import org.stipple.protocol.Operator;

/// The whole server on a real PostgreSQL, with a clock that the test sets.
public final class ClinicUnderTest implements AutoCloseable {

    public static final String PASSWORD = "correct horse battery";

    private final Database database = TestPostgres.fresh();
    private final Path root;
    private final WebApplicationType type;
    private final String[] words;
    private final TestClock clock = new TestClock();
    private DataDirectory directory;
    private ConfigurableApplicationContext context;

    private ClinicUnderTest(Path root, WebApplicationType type, String... words) {
        this.root = root;
        this.type = type;
        this.words = words;
        this.directory = DataDirectory.open(root, DataDirectory.Kind.CLINIC, "test");
        this.context = started();
    }

    private ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(ClinicApplication.class)
                .web(type)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean("dataDirectory", DataDirectory.class, () -> this.directory);
                    beans.registerBean("dataSource", DataSource.class, database::applicationDataSource);
                    beans.registerBean("clock", Clock.class, () -> clock);
                    beans.registerBean("demoMark", DemoMark.class, () -> new DemoMark(false));
                    beans.registerBean("hashedOnce", BeanPostProcessor.class, HashedOnce::inFrontOfTheRealOne);
                })
                .run(words);
    }

    /// Ends the server and starts it anew on the same database and directory, on another port: what it knew in
    /// memory is gone.
    public void restart() {
        context.close();
        database.close();
        directory.close();
        directory = DataDirectory.open(root, DataDirectory.Kind.CLINIC, "test");
        context = started();
    }

    /// With its pages, on a free port of this machine.
    public static ClinicUnderTest serving(Path directory) {
        return serving(directory, "--server.port=0");
    }

    /// As [#serving(Path)], with what the command line tells the server.
    public static ClinicUnderTest serving(Path directory, String... words) {
        return new ClinicUnderTest(directory, WebApplicationType.SERVLET, words);
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    /// All that there are of a kind.
    public <T> java.util.List<T> all(Class<T> type) {
        return java.util.List.copyOf(context.getBeansOfType(type).values());
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// Connections of the schema's owner: what the application may not do.
    public DataSource owner() {
        return TestPostgres.owner(database);
    }

    /// Connections of the application's role, outside its transactions.
    public DataSource application() {
        return database.applicationDataSource();
    }

    /// A clinic with one person who may do everything that staff does.
    public Actor clinic(String name, String username) {
        return clinic(name, username, Role.staff());
    }

    /// The first who can sign in treats as a physician, which is what the courses of these tests are planned
    /// for.
    public Actor clinic(String name, String username, Set<Role> roles) {
        Actor first = the(FirstStart.class)
                .setUp(
                        UUID.randomUUID(),
                        name,
                        Optional.of("US"),
                        ZoneId.of("UTC"),
                        UUID.randomUUID(),
                        username,
                        "Dr. " + name,
                        PASSWORD,
                        roles);
        if (roles.contains(Role.SUPERVISING_CLINICIAN)) {
            Acting.doing(first, () -> the(WhoTreats.class).state(Operator.PHYSICIAN));
        }
        return first;
    }

    public void itIs(String instant) {
        clock.now.set(Instant.parse(instant));
    }

    @Override
    public void close() {
        context.close();
        database.close();
        directory.close();
    }

    private static final class TestClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T09:00:00Z"));

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now.get(), zone);
        }
    }
}
