/// The page of the day.
///
/// - What is here: [TodayPages].
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [TodayPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.today.web;
