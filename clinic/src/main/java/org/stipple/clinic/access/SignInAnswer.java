package org.stipple.clinic.access;

import java.time.Duration;

/// What comes of signing in without a password.
public sealed interface SignInAnswer {

    /// Somebody is known.
    record Known(SignedIn person) implements SignInAnswer {}

    /// There were too many tries.
    record TooOften(Duration until) implements SignInAnswer {}

    /// Nobody is signed in.
    ///
    /// @param why a sentence for the reader, which tells nobody who has an account
    record NotKnown(String why) implements SignInAnswer {}
}
