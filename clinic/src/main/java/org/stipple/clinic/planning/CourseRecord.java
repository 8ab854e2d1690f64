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
import org.stipple.protocol.document.Document;
import org.stipple.quantities.ZoneId;

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
            Document.Mapping request,
            Course course,
            String sha256,
            Instant draftedAt,
            String draftedBy) {
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

    /// Signed by a clinician, who took the listed findings upon themselves.
    record SignedCourse(Plan plan, Signature signature) implements CourseRecord {
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
    }

    /// A finding that the signer took upon themselves.
    ///
    /// @param kind whether the rule asked for a sign-off or was overridden
    /// @param finding of what kind it was
    /// @param zones where it was found
    /// @param until when the wait was to end, for one that ends on a date
    /// @param reason in the signer's words
    record Acceptance(
            String rule,
            AcceptanceKind kind,
            Kind finding,
            Set<ZoneId> zones,
            Optional<LocalDate> until,
            String reason) {

        static Acceptance of(AcceptanceKind kind, Finding finding, String reason) {
            return new Acceptance(
                    finding.rule(), kind, finding.kind(), Set.copyOf(finding.zones()), finding.until(), reason);
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
