/// Pages of intake, screening and course.
///
/// - What is here: [IntakePages], [ScreeningPages], [CoursePages]; [RequestForm], which turns the intake form
///   into the request file of the command line; [Looks], how findings and depths look.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [IntakePages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.planning.web;
