package org.stipple.acceptance;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One demo for all tests that visit it, because filling it takes longer than visiting it. It is started when
/// the first test asks for it and stopped after the last.
class TheDemo implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(TheDemo.class);

    private final String name;

    TheDemo() {
        this("demo");
    }

    /// @param name of the directory of its data
    TheDemo(String name) {
        this.name = name;
    }

    private record Running(RunningStipple stipple) implements AutoCloseable {
        @Override
        public void close() {
            stipple.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStipple.class;
    }

    @Override
    public RunningStipple resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(name, TheDemo::start, Running.class)
                .stipple();
    }

    private static Running start(String name) {
        try {
            return new Running(RunningStipple.serve(RunningStipple.freshData(name), "--demo"));
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    /// What signs everybody in, as the start says it.
    static String password(RunningStipple demo) {
        return demo.said().stream()
                .filter(line -> line.startsWith("Sign in with the password"))
                .map(line -> line.replaceAll("[^\"]*\"([^\"]*)\".*", "$1"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the start says no password: " + demo.said()));
    }
}
