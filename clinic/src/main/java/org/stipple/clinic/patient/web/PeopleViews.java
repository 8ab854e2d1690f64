package org.stipple.clinic.patient.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.FieldView;
import org.stipple.clinic.web.look.TimelineItem;

/// What the pages about people show.
public final class PeopleViews {

    private PeopleViews() {}

    /// @param seesPeople whether this role sees names at all
    /// @param registers whether it writes down new people
    public record PeoplePage(String q, List<PersonLine> people, boolean seesPeople, boolean registers) {}

    /// A person in the list.
    public record PersonLine(String href, String name, String about) {}

    /// A person's own page.
    ///
    /// @param corrected that what they are judged by was corrected and nobody screened them since; or empty
    /// @param corrects whether this role corrects what is written down about a person
    /// @param mayBreak whether the record may be opened in an emergency, and is not
    /// @param next where the work goes on, if anywhere
    /// @param track what is seen at a glance, oldest first
    public record PersonPage(
            String id,
            String name,
            String about,
            String corrected,
            boolean corrects,
            boolean mayBreak,
            boolean seesTrail,
            Optional<Chapter.Link> next,
            List<TimelineItem> track,
            List<Chapter.Told> chapters,
            List<TimelineItem> events) {}

    /// Asks why a record is to be opened in an emergency.
    public record EmergencyPage(
            String id, String name, UUID key, List<WhyChoice> whys, String reason, List<String> problems) {}

    /// A reason to choose.
    public record WhyChoice(String id, String words, boolean chosen) {}

    /// Records that were opened in an emergency and wait for a review, the oldest first.
    public record EmergenciesPage(List<EmergencyLine> lines, List<String> problems) {}

    /// One of them.
    ///
    /// @param by who opened it
    /// @param reviewBy the last day on which its review is in time
    /// @param own whether whoever looks opened it
    /// @param note as it was typed before
    public record EmergencyLine(
            String id,
            String person,
            String name,
            String by,
            String why,
            String reason,
            String opened,
            String until,
            String reviewBy,
            boolean overdue,
            boolean own,
            String note,
            UUID key) {}

    /// @param lines newest first
    ///
    /// @param href to the person; empty for whoever does not see who it is
    public record TrailPage(String name, String href, List<TrailLine> lines) {}

    /// An entry of the audit trail.
    public record TrailLine(String at, String who, String act, String what) {}

    /// The form of what is written down about a person.
    ///
    /// @param id empty for a new person
    /// @param key by which sending it twice has one effect
    /// @param alike people who may be the same person: asks whether the new one is another
    /// @param reason asks why what somebody is judged by is corrected, where it is
    public record DetailsPage(
            String id,
            int version,
            UUID key,
            String givenName,
            String familyName,
            String birthDate,
            String sex,
            String phone,
            String email,
            List<PersonLine> alike,
            Optional<FieldView> reason,
            List<String> problems) {

        static DetailsPage blank(UUID key) {
            return new DetailsPage("", 0, key, "", "", "", "", "", "", List.of(), Optional.empty(), List.of());
        }

        static DetailsPage of(Patient person, UUID key) {
            var details = person.details();
            return new DetailsPage(
                    person.id().toString(),
                    person.version(),
                    key,
                    details.givenName(),
                    details.familyName(),
                    details.birthDate().toString(),
                    details.sex().id(),
                    details.phone().orElse(""),
                    details.email().orElse(""),
                    List.of(),
                    Optional.empty(),
                    List.of());
        }

        static DetailsPage asks(Form form, UUID key, List<PersonLine> alike) {
            return of("", 0, form, key, alike, Optional.empty(), List.of());
        }

        static DetailsPage of(String id, int version, Form form, UUID key, List<String> problems) {
            return of(id, version, form, key, List.of(), form.text("reason").map(words -> reason(words, "")), problems);
        }

        /// Asks why what somebody is judged by is corrected.
        static DetailsPage explain(String id, int version, Form form, UUID key, String why) {
            String words = form.text("reason").orElse("");
            String error = (words.isEmpty() ? "Is empty" : "Was “" + words + "”")
                    + ", expected how it is known and who says so, in two words and eight letters at least.";
            return of(id, version, form, key, List.of(), Optional.of(reason(words, error)), List.of(why));
        }

        private static FieldView reason(String words, String error) {
            return new FieldView(
                    "reason",
                    "Why it is corrected",
                    "text",
                    words,
                    "",
                    "It stays in the record, and the person is to be screened again.",
                    error,
                    true,
                    "off");
        }

        private static DetailsPage of(
                String id,
                int version,
                Form form,
                UUID key,
                List<PersonLine> alike,
                Optional<FieldView> reason,
                List<String> problems) {
            return new DetailsPage(
                    id,
                    version,
                    key,
                    form.text("givenName").orElse(""),
                    form.text("familyName").orElse(""),
                    form.text("birthDate").orElse(""),
                    form.text("sex").orElse(""),
                    form.text("phone").orElse(""),
                    form.text("email").orElse(""),
                    alike,
                    reason,
                    problems);
        }
    }
}
