package org.stipple.clinic;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The product's own hash of a password, as slow as it is, computed once in a run for each password and not for
/// each of a thousand sign-ins and signatures. Only that a password fits is remembered: whatever does not fit
/// is computed every time, so that nobody gets in by what is remembered and a refusal takes as long as it does.
final class HashedOnce implements PasswordEncoder {

    private record Fit(String password, String hash) {}

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();
    private static final Set<Fit> FITS = ConcurrentHashMap.newKeySet();

    private final PasswordEncoder real;

    HashedOnce(PasswordEncoder real) {
        this.real = real;
    }

    /// Puts it before the product's own.
    static BeanPostProcessor inFrontOfTheRealOne() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof PasswordEncoder real ? new HashedOnce(real) : bean;
            }
        };
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null
                ? real.encode(null)
                : HASHES.computeIfAbsent(password.toString(), once -> String.valueOf(real.encode(once)));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return real.matches(password, hash);
        }
        var fit = new Fit(password.toString(), hash);
        if (FITS.contains(fit)) {
            return true;
        }
        boolean fits = real.matches(password, hash);
        if (fits) {
            FITS.add(fit);
        }
        return fits;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return real.upgradeEncoding(hash);
    }
}
