package org.stipple.clinic.messages;

/// What came of handing a letter over. The reasons name no address: they are shown on lists.
sealed interface Posted {

    /// The other side took it.
    record Sent() implements Posted {}

    /// It certainly did not go out; trying again may help.
    record Failed(String why) implements Posted {}

    /// It certainly did not go out, and trying again does not help.
    record Refused(String why) implements Posted {}

    /// It may have gone out or not. It is tried again under the same identifier, by which the other side can tell
    /// that it is the same.
    record Unknown(String why) implements Posted {}
}
