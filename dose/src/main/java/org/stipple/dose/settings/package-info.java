/// Which settings of a device come nearest to a wished density and depth, within limits that nothing crosses.
///
/// - What is here: the question ([SettingsQuestion] with [DoseGoal], [AvailableSettings] and [DoseBounds])
///   and the answer ([SettingsAnswer]): every [Setting] that no other beats, or the limits that leave none.
/// - What is mutable: nothing that is public.
/// - Who may call it: everybody. The same question gives the same answer. It chooses nothing: a clinician does.
/// - Where to start reading: [SettingsQuestion#search(int)], then `Search`.
@org.jspecify.annotations.NullMarked
package org.stipple.dose.settings;
