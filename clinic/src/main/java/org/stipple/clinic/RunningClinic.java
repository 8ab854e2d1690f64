package org.stipple.clinic;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Database;
import org.stipple.clinic.demo.DemoCrowd;

/// A server that answers. It also ends in order when the process is told to stop.
public final class RunningClinic implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Database database;
    private final DataDirectory directory;
    private final AtomicBoolean ended = new AtomicBoolean();

    RunningClinic(ConfigurableApplicationContext context, Database database, DataDirectory directory) {
        this.context = context;
        this.database = database;
        this.directory = directory;
        // Spring runs these after the server has stopped, so that no request loses its database.
        SpringApplication.getShutdownHandlers().add(this::endDatabase);
    }

    /// Where it listens; another than asked for where that was 0.
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// Where the first clinic is set up, once: `/setup/…`. Empty when there is one.
    public Optional<String> setUpPath() {
        return context.getBean(FirstStart.class).token().map(token -> "/setup/" + token);
    }

    /// Fills the demo with many invented people.
    ///
    /// @param people how many there are to be
    /// @param progress is told how far it is
    public void crowd(int people, Consumer<String> progress) {
        context.getBean(DemoCrowd.class).fill(people, progress);
    }

    /// Finishes the requests that have begun, then stops the server and after it the database.
    @Override
    public void close() {
        context.close();
        endDatabase();
    }

    private void endDatabase() {
        if (ended.compareAndSet(false, true)) {
            database.close();
            directory.close();
        }
    }
}
