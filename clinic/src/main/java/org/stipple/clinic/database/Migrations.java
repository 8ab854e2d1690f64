package org.stipple.clinic.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the schema up to date. Migrations only ever go forward: an older program refuses a newer database.
final class Migrations {

    static final String SCHEMA = "stipple";
    private static final String WHERE = "db/migration";
    private static final Pattern VERSION = Pattern.compile(".*?V0*(\\d+)__[^/]*\\.sql");

    private Migrations() {}

    /// The number of the newest migration that this program brings.
    static int newestKnown() {
        try {
            int newest = 0;
            var places = Migrations.class.getClassLoader().getResources(WHERE);
            while (places.hasMoreElements()) {
                for (String file : filesIn(places.nextElement())) {
                    var version = VERSION.matcher(file);
                    if (version.matches()) {
                        newest = Math.max(newest, Integer.parseInt(version.group(1)));
                    }
                }
            }
            return newest;
        } catch (IOException | URISyntaxException unreadable) {
            throw new CannotStart("this Stipple is damaged: its migrations cannot be read", unreadable);
        }
    }

    private static List<String> filesIn(URL place) throws IOException, URISyntaxException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            try (var file = new java.util.zip.ZipFile(
                    Path.of(new URI(jar.getJarFileURL().toString())).toFile())) {
                return file.stream()
                        .map(java.util.zip.ZipEntry::getName)
                        .filter(name -> name.startsWith(WHERE + "/"))
                        .toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.map(Path::toString).toList();
        }
    }

    /// Runs what has not run yet, as the owner of the schema.
    ///
    /// @param applicationRole is granted what the program needs at run time
    /// @return the number of the newest migration in the database
    /// @throws CannotStart when the database holds migrations that this program does not know, or one fails; each
    ///     migration is one transaction, so that nothing is half done
    static int run(DataSource owner, String applicationRole) {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(owner)
                    .locations("classpath:" + WHERE)
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .placeholders(Map.of("app_role", applicationRole))
                    .cleanDisabled(true)
                    .load();
            refuseNewer(flyway.info().all());
            flyway.migrate();
            return Arrays.stream(flyway.info().applied())
                    .mapToInt(Migrations::number)
                    .max()
                    .orElse(0);
        } catch (FlywayException failed) {
            throw new CannotStart("the database was not brought up to date: " + failed.getMessage(), failed);
        }
    }

    private static void refuseNewer(MigrationInfo[] all) {
        int unknown = Arrays.stream(all)
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .mapToInt(Migrations::number)
                .max()
                .orElse(0);
        if (unknown > 0) {
            throw new CannotStart("the database was written by a newer Stipple (it holds migration " + unknown
                    + ", and this one knows " + newestKnown() + "): use that one");
        }
    }

    /// The row in which Flyway notes that it made the schema has no number: 0.
    private static int number(MigrationInfo migration) {
        return migration.getVersion() == null
                ? 0
                : Integer.parseInt(migration.getVersion().getVersion());
    }
}
