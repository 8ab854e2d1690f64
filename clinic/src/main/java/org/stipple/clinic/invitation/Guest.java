package org.stipple.clinic.invitation;

import java.time.ZoneId;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.words.Tongue;

/// Whoever holds a link, while they are here.
///
/// @param invitation the link
/// @param patient whose errand it is; that the holder is this person is believed, not known
/// @param about what it is about, as [Invitation#about]
/// @param done whether the errand was done before: the page says so, and changes nothing any more
/// @param reach how to reach a person of the clinic
public record Guest(
        UUID invitation,
        PatientId patient,
        UUID about,
        String clinicName,
        ZoneId zone,
        boolean done,
        Tongue tongue,
        Reach reach) {}
