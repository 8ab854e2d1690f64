/// What was delivered to a zone in a session, against what was planned.
///
/// - What is here: what was charted ([Charted]) and the comparison ([DeliveryCheck] with its [DeliveryFlag]s).
/// - What is mutable: nothing.
/// - Who may call it: everybody.
/// - Where to start reading: [DeliveryCheck#of(org.stipple.dose.DoseQuestion, Charted)].
@org.jspecify.annotations.NullMarked
package org.stipple.dose.delivery;
