/// Pages of booking, and calendars.
///
/// - What is here: [BookingPages], times of one person; [DayPages], the day of the desk; [ArrangementPages],
///   rooms and hours; [CalendarPages], feeds and files for calendar programs.
/// - What is mutable: nothing.
/// - Who may call it: browsers and calendar programs.
/// - Where to start reading: [BookingPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.booking.web;
