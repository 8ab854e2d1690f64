/// What went wrong with staff or devices: exposure to blood, a unit used for two, a broken needle, a burn,
/// anaesthetic toxicity.
///
/// - What is here: [Incidents], the door; [Incident], one of them; [Protocols], what the clinic itself does in
///   such a case, in its own words and versions.
/// - What is mutable: the tables `incident`, `incident_session`, `incident_review` and `incident_protocol`, all
///   append-only.
/// - Who may call it: its pages. The room only links to them; the gate before a session and the person's page
///   hear of what waits ([UnseenIncidents] and a chapter).
/// - Where to start reading: [Incidents].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "patient", "treatment", "web", "web :: look"})
package org.stipple.clinic.incident;
