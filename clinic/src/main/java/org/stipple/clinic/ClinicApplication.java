package org.stipple.clinic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Database;
import org.stipple.clinic.database.Isolation;
import org.stipple.clinic.demo.DemoClinic;
import org.stipple.clinic.demo.DemoClock;
import org.stipple.clinic.web.DemoMark;

/// The server. Its database runs, is up to date and was examined before Spring starts; it stops after Spring
/// has.
@SpringBootApplication
public class ClinicApplication {

    static final String VERSION = "0.1.0";

    /// What runs with the rights of the owner, because before sign-in no clinic is known.
    static final Isolation.Exceptions LOOKED_AT = new Isolation.Exceptions(
            Set.of("password_try"),
            Set.of(
                    "account_for_sign_in",
                    "account_for_passkey",
                    "account_for_subject",
                    "subject_is_linked",
                    "any_clinic",
                    "set_up_clinic",
                    "message_by_link",
                    "invitation_by_link",
                    "calendar_by_link",
                    "clinics_to_write_for",
                    "erase_record"));

    /// Starts the server, and returns when it answers.
    ///
    /// @param progress is told, a line at a time, what takes long
    /// @throws org.stipple.clinic.database.CannotStart as it is, or as the cause of what Spring throws
    public static RunningClinic start(ServeSettings settings, Consumer<String> progress) {
        var kind = settings.demo() ? DataDirectory.Kind.DEMO : DataDirectory.Kind.CLINIC;
        var directory = DataDirectory.open(settings.dataDirectory(), kind, VERSION);
        try {
            Database database = settings.databaseUrl()
                    .map(url -> Database.external(url, directory))
                    .orElseGet(() -> Database.local(directory, progress));
            try {
                database.migrate(VERSION);
                database.refuseUnlessIsolated(LOOKED_AT);
                return serve(settings, directory, database, progress);
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    private static RunningClinic serve(
            ServeSettings settings, DataDirectory directory, Database database, Consumer<String> progress) {
        var application = new SpringApplication(ClinicApplication.class);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("dataDirectory", DataDirectory.class, () -> directory, notClosedBySpring());
            beans.registerBean("dataSource", DataSource.class, database::applicationDataSource);
            beans.registerBean("demoMark", DemoMark.class, () -> new DemoMark(settings.demo()));
            if (settings.demo()) {
                beans.registerBean("clock", DemoClock.class, DemoClock::new);
            }
        });
        var context = application.run(words(settings).toArray(String[]::new));
        if (settings.demo()) {
            context.getBean(DemoClinic.class).fill(progress);
        }
        return new RunningClinic(context, database, directory);
    }

    private static BeanDefinitionCustomizer notClosedBySpring() {
        return bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName("");
    }

    /// As words of a command line, which nothing in the environment overrides.
    static List<String> words(ServeSettings settings) {
        var words = new ArrayList<String>();
        words.add("--server.address=" + settings.address());
        words.add("--server.port=" + settings.port());
        words.add("--server.forward-headers-strategy=" + (settings.trustedProxy() ? "framework" : "none"));
        words.add("--spring.threads.virtual.enabled=true");
        words.add("--stipple.sign-in.longest=" + settings.longestSignIn());
        settings.erasures().ifPresent(file -> words.add("--stipple.erasures.second=" + file.toAbsolutePath()));
        settings.baseUrl().ifPresent(url -> words.add("--stipple.base-url=" + url));
        // The file and not what stands in it: these words can be looked up.
        settings.signOn().ifPresent(service -> {
            words.add("--stipple.oidc.issuer=" + service.issuer());
            words.add("--stipple.oidc.client-id=" + service.clientId());
            words.add("--stipple.oidc.secret-file=" + service.secret().toAbsolutePath());
        });
        if (settings.isHttps()) {
            // Even where a proxy speaks TLS and this server does not. The prefix lets a browser take the
            // cookie from this
            // host alone, and only so.
            words.add("--server.servlet.session.cookie.secure=true");
            words.add("--server.servlet.session.cookie.name=__Host-stipple");
        }
        settings.tls().ifPresent(tls -> {
            words.add("--server.ssl.certificate=" + tls.certificate().toUri());
            words.add("--server.ssl.certificate-private-key=" + tls.key().toUri());
        });
        return words;
    }
}
