package org.stipple.clinic.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.Course;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

/// A course that the clinic keeps: a draft, signed by the first of two people, or signed. Only a
/// [SignedCourse] can be treated.
public sealed interface CourseRecord {

    /// What was planned and on which screening.
    ///
    /// @param setAside refusals that it was planned without; each counts only when it is signed
    /// @param sha256 of the canonical JSON of the plan: what a signature binds
    record Plan(
            UUID id,
            PatientId patient,
            UUID screening,
            String device,
            Document.Mapping request,
            Course course,
            List<SetAside> setAside,
            String sha256,
            Instant draftedAt,
            String draftedBy) {
        public Plan {
            setAside = List.copyOf(setAside);
        }

        /// The refusal of that rule, where the course was planned without it.
        public Optional<SetAside> setAside(String rule) {
            return setAside.stream().filter(one -> one.rule().equals(rule)).findFirst();
        }

        /// Whether a finding is about a zone that is planned; what stands against a refused zone alone is
        /// settled by refusing it.
        public boolean concerns(Finding finding) {
            return finding.zones().isEmpty()
                    || course.planned().stream()
                            .anyMatch(zone -> finding.zones().contains(zone.id()));
        }
    }

    /// What was planned.
    Plan plan();

    /// Not signed yet.
    record DraftCourse(Plan plan) implements CourseRecord {}

    /// Signed by one clinician where a rule asks for two: somebody else signs too before it is treated.
    record AwaitingSecond(Plan plan, Signature first) implements CourseRecord {
        /// What the second signature is asked for.
        public List<Acceptance> forTwo() {
            return first.acceptances().stream().filter(Acceptance::secondNeeded).toList();
        }
    }

    /// Signed by a clinician, who took the listed findings upon themselves, and by a second where one of them
    /// asks for two people.
    record SignedCourse(Plan plan, Signature signature, Optional<SecondSignature> second) implements CourseRecord {
        public SignedCourse {
            if (second.isEmpty() && signature.needsSecond()) {
                throw new IllegalArgumentException("the course of " + plan.id() + " waits for a second signature");
            }
        }

        /// Since when it may be treated: the last signature.
        public Instant since() {
            return second.map(SecondSignature::at).orElse(signature.at());
        }

        /// Whether the signer took exactly this finding upon themselves.
        public boolean accepts(Finding finding) {
            return signature.acceptances().stream().anyMatch(acceptance -> acceptance.covers(finding));
        }
    }

    /// A name, a time and a meaning, bound to the hash of exactly what was shown.
    record Signature(String signer, Instant at, String meaning, String sha256, List<Acceptance> acceptances) {
        public Signature {
            acceptances = List.copyOf(acceptances);
        }

        /// Whether one of the findings is for two people.
        boolean needsSecond() {
            return acceptances.stream().anyMatch(Acceptance::secondNeeded);
        }
    }

    /// The signature of somebody else under what one clinician cannot take on alone.
    ///
    /// @param reason in their own words
    record SecondSignature(String signer, Instant at, String meaning, String sha256, String reason) {}

    /// A refusal without which a course was planned.
    ///
    /// @param reason in the words of who asked for it
    /// @param by who asked for it
    record SetAside(String rule, String reason, String by, LocalDate on) {
        public SetAside {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("setting aside the finding of " + rule + " needs a reason");
            }
        }
    }

    /// A finding that the signer took upon themselves.
    ///
    /// @param kind whether the rule asked for a sign-off or was overridden
    /// @param finding of what kind it was
    /// @param zones where it was found
    /// @param until when the wait was to end, for one that ends on a date
    /// @param secondNeeded whether one clinician alone cannot take it on
    /// @param reason in the signer's words
    record Acceptance(
            String rule,
            AcceptanceKind kind,
            Kind finding,
            Set<ZoneId> zones,
            Optional<LocalDate> until,
            boolean secondNeeded,
            String reason) {

        static Acceptance of(AcceptanceKind kind, Finding finding, String reason) {
            return new Acceptance(
                    finding.rule(),
                    kind,
                    finding.kind(),
                    Set.copyOf(finding.zones()),
                    finding.until(),
                    kind == AcceptanceKind.OVERRIDE && finding.overridable() == Overridable.TWO_PEOPLE,
                    reason);
        }

        /// Whether a later finding is the one that was taken on: the same rule and kind, nowhere else, and not
        /// for longer.
        boolean covers(Finding later) {
            return later.rule().equals(rule)
                    && later.kind() == finding
                    && zones.containsAll(later.zones())
                    && later.until().equals(until);
        }

        public Acceptance {
            zones = Set.copyOf(zones);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("taking on the finding of " + rule + " needs a reason");
            }
        }
    }

    /// Why a finding stands under a signature.
    enum AcceptanceKind {
        SIGN_OFF("sign-off"),
        OVERRIDE("override");

        private final String id;

        AcceptanceKind(String id) {
            this.id = id;
        }

        /// The word in the database.
        public String id() {
            return id;
        }

        static AcceptanceKind of(String id) {
            return id.equals(OVERRIDE.id) ? OVERRIDE : SIGN_OFF;
        }
    }
}
