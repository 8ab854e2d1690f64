package org.stipple.clinic;

import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.stipple.clinic.access.FirstStart;

/// A server that answers. It also ends by itself when the process is told to stop.
public final class RunningClinic implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    RunningClinic(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Where it listens; another than asked for where that was 0.
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// Where the first clinic is set up, once: `/setup/…`. Empty when there is one.
    public Optional<String> setUpPath() {
        return context.getBean(FirstStart.class).token().map(token -> "/setup/" + token);
    }

    /// Finishes the requests that have begun, then stops the server and after it the database.
    @Override
    public void close() {
        context.close();
    }
}
