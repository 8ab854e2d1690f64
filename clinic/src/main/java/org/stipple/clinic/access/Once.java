package org.stipple.clinic.access;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives a repeated request one effect. Every form carries a key that was made with it; the key is written in
/// the transaction of the effect, so a double tap, a reload or a retry after a lost answer finds it and is
/// led to the first one's result.
@Component
public class Once {

    private final RequestKeyStore keys;

    Once(RequestKeyStore keys) {
        this.keys = keys;
    }

    /// Has the effect, unless this key had it before.
    ///
    /// @param key made with the form
    /// @param body what the form says, to refuse a key that comes back with something else
    /// @param effect does the work and gives the address of its result
    /// @return the address of the result, of now or of before
    /// @throws KeyUsedForSomethingElse when the key came with another body before
    @Transactional
    public String once(UUID key, String body, Supplier<String> effect) {
        String hash = Sha256.hex(body);
        if (keys.claim(key, hash)) {
            String location = effect.get();
            keys.finish(key, location);
            return location;
        }
        Optional<RequestKeyStore.Used> used = keys.find(key);
        if (used.isEmpty() || !used.get().bodyHash().equals(hash)) {
            throw new KeyUsedForSomethingElse();
        }
        return used.get().location();
    }

    /// The same key came with another body: nothing was changed.
    public static final class KeyUsedForSomethingElse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeyUsedForSomethingElse() {
            super("this form was sent before with other content; nothing was changed");
        }
    }
}
