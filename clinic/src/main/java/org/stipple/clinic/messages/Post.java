package org.stipple.clinic.messages;

/// What hands letters over on one channel. It holds no state and waits for no longer than half a minute.
interface Post {

    Channel channel();

    /// Tries once.
    Posted post(Letter letter);
}
