/// Booking: practitioner, room and handpiece together, at a time at which the person may come.
///
/// - What is here: [Appointments], the door: taken, moved, cancelled; [FreeTimes], what could be taken, and
///   [Series], the rest of a course in one step; [SlotRules], what stands against a day, and [Bookable], its
///   answer; [Arrangements], rooms, working hours and lengths; [Closures], when something is not there;
///   [Absences], who did not come or says that they cannot; [DayBook], a day as the desk sees it, and what came
///   into the way since; [CalendarFeeds], the secret addresses under which calendar programs read.
/// - What is mutable: the tables `held` and `waiting_absence`, which the database derives from the records; all
///   others (`appointment`, `appointment_end`, `room`, `working_week` …) are append-only.
/// - Who may call it: its pages, and modules further down the line that have to know who comes when.
/// - Where to start reading: [Appointments].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "database",
            "invitation",
            "messages",
            "patient",
            "planning",
            "stock",
            "treatment",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.booking;
