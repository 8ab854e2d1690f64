package org.stipple.clinic.disclosure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.CodeSystem;
import org.hl7.fhir.r5.model.Resource;

/// Judges FHIR R4 from outside: the validator of HAPI with the definitions of the standard, without any network
/// and without a server of terms, whose codes it therefore does not judge.
public final class FhirJudge {

    private final FhirValidator validator;

    public FhirJudge() {
        FhirContext r4 = FhirContext.forR4();
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4),
                new InMemoryTerminologyServerValidationSupport(r4));
        var instance = new FhirInstanceValidator(support);
        instance.setWrappedWorkerContext(support, new Context(support));
        validator = r4.newValidator().registerValidatorModule(instance);
    }

    /// What is wrong with a resource, where and why; empty where nothing is.
    public List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(one ->
                        one.getSeverity() == ResultSeverityEnum.ERROR || one.getSeverity() == ResultSeverityEnum.FATAL)
                .map(one -> one.getLocationString() + ": " + one.getMessage())
                .toList();
    }

    /// The libraries below HAPI are newer than HAPI, and ask its context in words that it does not know yet:
    /// with a rule of how versions are chosen, of which there is one here, and for what was found out before.
    private static final class Context extends WorkerContextValidationSupportAdapter {

        private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

        Context(ValidationSupportChain support) {
            super(support);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void storeAnalysis(Class type, Object analysis) {
            kept.put(type, analysis);
        }

        @Override
        @SuppressWarnings({"rawtypes", "NullAway"})
        public Object retrieveAnalysis(Class type) {
            return kept.get(type);
        }

        @Override
        public long getDefinitionsVersion() {
            return 1;
        }

        @Override
        public <T extends Resource> T fetchResource(Class<T> type, String uri, VersionResolutionRules rules) {
            return fetchResource(type, uri);
        }

        @Override
        public <T extends Resource> T fetchResource(
                Class<T> type, String uri, VersionResolutionRules rules, String version, Resource from) {
            return fetchResource(type, uri, version, from);
        }

        @Override
        public <T extends Resource> T fetchResourceWithException(
                Class<T> type, String uri, VersionResolutionRules rules) {
            return fetchResourceWithException(type, uri);
        }

        @Override
        public <T extends Resource> T fetchResourceWithException(
                Class<T> type, String uri, VersionResolutionRules rules, String version, Resource from) {
            return fetchResourceWithException(type, uri, version, from);
        }

        @Override
        public <T extends Resource> T fetchResourceRaw(Class<T> type, String uri, VersionResolutionRules rules) {
            return fetchResourceRaw(type, uri);
        }

        @Override
        public <T extends Resource> T findTxResource(Class<T> type, String uri, VersionResolutionRules rules) {
            return findTxResource(type, uri);
        }

        @Override
        public <T extends Resource> T findTxResource(
                Class<T> type, String uri, VersionResolutionRules rules, String version, Resource from) {
            return findTxResource(type, uri, version, from);
        }

        @Override
        public CodeSystem fetchCodeSystem(String system, VersionResolutionRules rules) {
            return fetchCodeSystem(system);
        }

        @Override
        public CodeSystem fetchCodeSystem(String system, VersionResolutionRules rules, String version, Resource from) {
            return fetchCodeSystem(system, version, from);
        }

        @Override
        public CodeSystem fetchCodeSystem(
                String system, VersionResolutionRules rules, String version, Resource from, boolean loads) {
            return fetchCodeSystem(system, version, from);
        }

        @Override
        public CodeSystem fetchSupplementedCodeSystem(String system, VersionResolutionRules rules) {
            return fetchSupplementedCodeSystem(system);
        }

        @Override
        public CodeSystem fetchSupplementedCodeSystem(
                String system, VersionResolutionRules rules, String version, List<String> supplements, Resource from) {
            return fetchSupplementedCodeSystem(system, version, from);
        }
    }
}
