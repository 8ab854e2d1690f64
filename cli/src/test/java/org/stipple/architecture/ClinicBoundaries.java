package org.stipple.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// Each technology of the server has one place that knows it.
final class ClinicBoundaries {

    /// FHIR's types speak another language than ours: they end at the door.
    static final ArchRule ONLY_FHIR_SEES_HAPI = noClasses()
            .that()
            .resideOutsideOfPackages("org.stipple.clinic.fhir..", "ca.uhn..", "org.hl7..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ca.uhn..", "org.hl7..")
            .because("only org.stipple.clinic.fhir speaks FHIR");

    /// No stores, and yet they must. Transactions begin by telling the database who acts, which row-level
    /// security asks for; the configuration of `access` makes them; the start hands Spring the pool that
    /// `database` opened.
    private static final Set<String> TRANSACTIONS = Set.of(
            "org.stipple.clinic.access.ClinicTransactions",
            "org.stipple.clinic.access.AccessConfiguration",
            "org.stipple.clinic.ClinicApplication");

    /// Whoever looks for what is written to the database finds it by the name.
    static final ArchRule ONLY_STORES_SEE_THE_DATABASE = noClasses()
            .that(areNo("stores", type -> {
                JavaClass outermost = outermost(type);
                return outermost.getSimpleName().endsWith("Store")
                        || TRANSACTIONS.contains(outermost.getFullName())
                        || resideInAnyPackage("..database..").test(outermost);
            }))
            .and()
            .resideOutsideOfPackages("java..", "javax..", "org.springframework..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
            .because("only a …Store, and the package database, speaks SQL");

    /// Below the web nobody knows of requests and status codes. `access` owns the filter chain.
    static final ArchRule ONLY_THE_WEB_SEES_HTTP = noClasses()
            .that(areNo("web", resideInAnyPackage("..web..", "..access..")))
            .and()
            .resideOutsideOfPackages("jakarta..", "org.springframework..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..")
            .because("only web packages, and access, speak HTTP");

    static final List<ArchRule> ALL =
            List.of(ONLY_FHIR_SEES_HAPI, ONLY_STORES_SEE_THE_DATABASE, ONLY_THE_WEB_SEES_HTTP);

    private ClinicBoundaries() {}

    private static DescribedPredicate<JavaClass> areNo(
            String what, java.util.function.Predicate<? super JavaClass> predicate) {
        return DescribedPredicate.describe("are no " + what, type -> !predicate.test(type));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClinicBoundaries::outermost).orElse(type);
    }
}
