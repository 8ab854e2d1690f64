/// Pages of consent.
///
/// - What is here: [ConsentPages], what a person reads and signs; what consent tells on a person's page.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [ConsentPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.consent.web;
