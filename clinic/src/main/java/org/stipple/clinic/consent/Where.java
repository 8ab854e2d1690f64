package org.stipple.clinic.consent;

import java.util.UUID;

/// Where consent was signed.
public sealed interface Where {

    /// On the clinic's device, with somebody of the clinic beside it.
    record InTheClinic(String witness) implements Where {}

    /// On the person's own device, by a link that was sent to them. Nobody saw who signed.
    record ByOwnLink(UUID invitation) implements Where {}

    /// As it stands in the record.
    default String words() {
        return switch (this) {
            case InTheClinic(var witness) -> "in the clinic, in the presence of " + witness;
            case ByOwnLink _ -> "on their own device by a link, without a witness";
        };
    }
}
