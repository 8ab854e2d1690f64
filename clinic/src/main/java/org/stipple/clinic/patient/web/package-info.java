/// Pages about people.
///
/// - What is here: [PeoplePages], the list and the person's own page; what the pages show.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [PeoplePages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.patient.web;
