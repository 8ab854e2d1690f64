/// The page with which a day begins: who is next, and what stands in the way, for each role.
///
/// - What is here: the page; its lists come from the modules, as [org.stipple.clinic.web.TodayList]s.
/// - What is mutable: nothing.
/// - Who may call it: nobody.
/// - Where to start reading: [org.stipple.clinic.web.TodayList].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "web", "web :: look"})
package org.stipple.clinic.today;
