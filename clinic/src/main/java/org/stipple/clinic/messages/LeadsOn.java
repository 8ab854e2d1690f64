package org.stipple.clinic.messages;

import java.util.Optional;

/// Where a message leads on to. Modules further down the line know it of their own messages, so that this one need
/// not know them.
public interface LeadsOn {

    /// The address of the page that the message invites to; empty where it is none of theirs, or leads nowhere any
    /// more. The person's record is open.
    Optional<String> from(Message message);
}
