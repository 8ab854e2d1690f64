package org.stipple.clinic.incident.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the pages of incidents show.
public final class IncidentViews {

    private IncidentViews() {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// The register.
    public record IncidentsPage(List<Line> lines, List<String> problems) {}

    /// One of them in the register.
    ///
    /// @param waits whether nobody has looked at it
    public record Line(String href, String words, String when, boolean waits) {}

    /// The form with which one is written down.
    ///
    /// @param person identifier of the person in whose session it happened; empty without one
    /// @param session that session; empty without one
    /// @param protocols the clinic's protocol for each kind, to look at before anything is written
    /// @param typed what stands in the fields, by their names
    public record NewPage(
            UUID key,
            String person,
            String session,
            List<Option> kinds,
            List<Option> affected,
            List<Option> zones,
            List<ProtocolView> protocols,
            Map<String, String> typed,
            List<String> problems) {

        public NewPage {
            typed = Map.copyOf(typed);
        }

        /// What stands in a field; empty where nothing does.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /// What the clinic does in such a case.
    ///
    /// @param version which version, when and by whom; empty where the clinic has written none
    /// @param lines its words, line by line; none where the clinic has written none
    public record ProtocolView(String kind, String words, String version, List<String> lines) {}

    /// An incident.
    ///
    /// @param facts name and words of what was told
    /// @param sessionHref the report of its session; empty where there is none, or none for whoever looks
    /// @param review who looked at it, when and what was found; empty while nobody did
    /// @param own why whoever is signed in cannot end the review; empty where they can
    /// @param note what stands in the note
    public record IncidentPage(
            String id,
            UUID key,
            String title,
            List<Option> facts,
            String sessionHref,
            ProtocolView protocol,
            String review,
            String own,
            String meaning,
            String note,
            List<String> problems) {}

    /// The clinic's protocols, to be written.
    public record ProtocolsPage(List<ProtocolForm> forms, boolean mayWrite, List<String> problems) {}

    /// One of them.
    ///
    /// @param version the version that is shown, 0 for none
    /// @param told which version, when and by whom; empty where there is none
    /// @param before earlier versions, newest first
    public record ProtocolForm(
            String kind, String words, UUID key, int version, String told, String text, List<Option> before) {}
}
