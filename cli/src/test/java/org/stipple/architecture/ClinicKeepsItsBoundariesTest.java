package org.stipple.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The rules hold for all code, and so for every module that does not yet know such a technology.
class ClinicKeepsItsBoundariesTest {

    static final List<ArchRule> RULES = ClinicBoundaries.ALL;

    private static final String[] LIBRARIES = {
        "package ca.uhn.fhir.context; public class FhirContext {}",
        "package org.hl7.fhir.r4.model; public class Patient {}",
        "package org.springframework.jdbc.core.simple; public interface JdbcClient {}",
        "package org.springframework.web.bind.annotation; public @interface GetMapping {}",
        "package org.springframework.http; public enum HttpStatus { OK }",
        "package jakarta.servlet; public interface Filter {}"
    };

    @ParameterizedTest
    @FieldSource("RULES")
    void holds(ArchRule rule) {
        assertThat(Code.violations(rule, Code.all())).isEmpty();
    }

    @Test
    void findsFhirOutsideTheDoor() {
        assertThat(
                        found(
                                ClinicBoundaries.ONLY_FHIR_SEES_HAPI,
                                "package org.stipple.clinic.patient; class Context { ca.uhn.fhir.context.FhirContext context; }"))
                .isNotEmpty();
        assertThat(found(
                        ClinicBoundaries.ONLY_FHIR_SEES_HAPI,
                        "package org.stipple.clinic.fhirish; class Model { org.hl7.fhir.r4.model.Patient patient; }"))
                .isNotEmpty();
        assertThat(found(
                        ClinicBoundaries.ONLY_FHIR_SEES_HAPI,
                        "package org.stipple.clinic.fhir; class Door { ca.uhn.fhir.context.FhirContext context; }"))
                .isEmpty();
    }

    @Test
    void findsSqlOutsideTheStores() {
        assertThat(found(
                        ClinicBoundaries.ONLY_STORES_SEE_THE_DATABASE,
                        "package org.stipple.clinic.patient; class Patients { java.sql.Connection connection; }"))
                .isNotEmpty();
        assertThat(found(ClinicBoundaries.ONLY_STORES_SEE_THE_DATABASE, """
                                package org.stipple.clinic.patient;
                                class Stored { org.springframework.jdbc.core.simple.JdbcClient jdbc; }
                                """)).isNotEmpty();
        assertThat(found(ClinicBoundaries.ONLY_STORES_SEE_THE_DATABASE, """
                                package org.stipple.clinic.patient;
                                class PatientStore { record Row(java.sql.ResultSet row) {} }
                                """)).isEmpty();
        assertThat(found(
                        ClinicBoundaries.ONLY_STORES_SEE_THE_DATABASE,
                        "package org.stipple.clinic.database; class Pool { javax.sql.DataSource source; }"))
                .isEmpty();
    }

    @Test
    void findsHttpBelowTheWeb() {
        assertThat(found(ClinicBoundaries.ONLY_THE_WEB_SEES_HTTP, """
                                package org.stipple.clinic.planning;
                                class Signing { org.springframework.http.HttpStatus status; }
                                """)).isNotEmpty();
        assertThat(found(ClinicBoundaries.ONLY_THE_WEB_SEES_HTTP, """
                                package org.stipple.clinic.planning;
                                class Page { @org.springframework.web.bind.annotation.GetMapping void get() {} }
                                """)).isNotEmpty();
        assertThat(
                        found(
                                ClinicBoundaries.ONLY_THE_WEB_SEES_HTTP,
                                "package org.stipple.clinic.planning.web; class Page { org.springframework.http.HttpStatus status; }"))
                .isEmpty();
        assertThat(found(
                        ClinicBoundaries.ONLY_THE_WEB_SEES_HTTP,
                        "package org.stipple.clinic.access; abstract class Chain implements jakarta.servlet.Filter {}"))
                .isEmpty();
    }

    private static List<String> found(ArchRule rule, String source) {
        String[] sources = java.util.Arrays.copyOf(LIBRARIES, LIBRARIES.length + 1);
        sources[LIBRARIES.length] = source;
        JavaClasses classes = Offender.classes(sources);
        return Code.violations(rule, classes);
    }
}
