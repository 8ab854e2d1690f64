package org.stipple.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Code that breaks a rule on purpose, written beside the test that must find it.
final class Offender {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /// Shared, because it is opening the class path that takes long.
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Offender() {}

    /// Compiles sources, each a file with a package and one top-level type, and reads their class files. A
    /// source of another library may stand among them in place of the library itself.
    static JavaClasses classes(String... sources) {
        Path directory = null;
        try {
            directory = Files.createTempDirectory("offender");
            var problems = new DiagnosticCollector<JavaFileObject>();
            boolean compiled = COMPILER.getTask(
                            null,
                            FILES,
                            problems,
                            List.of("-d", directory.toString(), "-proc:none", "-Xlint:none"),
                            null,
                            Stream.of(sources).map(Offender::file).toList())
                    .call();
            if (!compiled) {
                throw new AssertionError("the offender does not compile: "
                        + problems.getDiagnostics().stream()
                                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                                .toList());
            }
            return new ClassFileImporter().importPath(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            delete(directory);
        }
    }

    static JavaFileObject file(String source) {
        String name = first(PACKAGE, source).replace('.', '/') + "/" + first(TYPE, source);
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in: " + source);
        }
        return matcher.group(1);
    }

    private static void delete(@org.jspecify.annotations.Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
