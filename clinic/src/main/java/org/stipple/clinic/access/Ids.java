package org.stipple.clinic.access;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Makes the identifiers of new things. Random, so that they tell nothing and cannot be guessed.
@Component
public class Ids {

    private final RandomGenerator random;

    Ids(RandomGenerator random) {
        this.random = random;
    }

    /// A new version 4 UUID (RFC 9562).
    public UUID next() {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
