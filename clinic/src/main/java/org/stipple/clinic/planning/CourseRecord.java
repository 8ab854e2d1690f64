package org.stipple.clinic.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.Course;

/// A course that the clinic keeps: a draft, or signed. Only a [SignedCourse] can be treated.
public sealed interface CourseRecord {

    /// What was planned and on which screening.
    ///
    /// @param sha256 of the canonical JSON of the plan: what a signature binds
    record Plan(
            UUID id,
            PatientId patient,
            UUID screening,
            String device,
            Course course,
            String sha256,
            Instant draftedAt,
            String draftedBy) {}

    /// What was planned.
    Plan plan();

    /// Not signed yet.
    record DraftCourse(Plan plan) implements CourseRecord {}

    /// Signed by a clinician, who took the listed findings upon themselves.
    record SignedCourse(Plan plan, Signature signature) implements CourseRecord {
        /// Whether the signer took this rule's finding upon themselves.
        public boolean accepts(String rule) {
            return signature.acceptances().stream()
                    .anyMatch(acceptance -> acceptance.rule().equals(rule));
        }
    }

    /// A name, a time and a meaning, bound to the hash of exactly what was shown.
    record Signature(String signer, Instant at, String meaning, String sha256, List<Acceptance> acceptances) {
        public Signature {
            acceptances = List.copyOf(acceptances);
        }
    }

    /// A finding that the signer took upon themselves.
    ///
    /// @param kind whether the rule asked for a sign-off or was overridden
    /// @param reason in the signer's words
    record Acceptance(String rule, AcceptanceKind kind, String reason) {
        public Acceptance {
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
