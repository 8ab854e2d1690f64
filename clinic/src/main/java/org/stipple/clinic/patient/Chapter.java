package org.stipple.clinic.patient;

import java.util.List;
import java.util.Optional;
import org.stipple.clinic.web.look.Plot;
import org.stipple.clinic.web.look.TimelineItem;
import org.stipple.clinic.web.look.VerdictView;

/// A part of a person's page. Modules further down the line (planning, consent, treatment …) add theirs, so
/// that this one need not know them.
public interface Chapter {

    /// What this part says of a person, in the transaction in which the page opens the record.
    Told tell(Patient patient);

    /// What this part says to whoever does not read the clinical record; most say nothing.
    default Optional<Told> tellOthers(Patient patient) {
        return Optional.empty();
    }

    /// What a chapter tells.
    ///
    /// @param order where it stands on the page: the order of the work
    /// @param state where things stand, in one sentence
    /// @param verdict how grave that is, where it is a verdict
    /// @param next what to do now, if this is where the work is
    /// @param links what else can be opened
    /// @param events what happened, for the time line
    /// @param plots how what was measured went over time
    record Told(
            int order,
            String title,
            String state,
            Optional<VerdictView> verdict,
            Optional<Link> next,
            List<Link> links,
            List<TimelineItem> events,
            List<Plot> plots) {
        public Told {
            links = List.copyOf(links);
            events = List.copyOf(events);
            plots = List.copyOf(plots);
        }

        /// Of what is not measured.
        public Told(
                int order,
                String title,
                String state,
                Optional<VerdictView> verdict,
                Optional<Link> next,
                List<Link> links,
                List<TimelineItem> events) {
            this(order, title, state, verdict, next, links, events, List.of());
        }
    }

    /// Words that lead somewhere.
    record Link(String words, String href) {}
}
