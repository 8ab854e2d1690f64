package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class HashedOnceTest {

    /// What the product uses, and what it was asked.
    private static final class Asked implements PasswordEncoder {
        private final PasswordEncoder product = new BCryptPasswordEncoder();
        private final List<String> asked = new ArrayList<>();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            asked.add("hash " + password);
            return product.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            asked.add("compare " + password);
            return product.matches(password, hash);
        }
    }

    private final Asked product = new Asked();
    private final HashedOnce once = new HashedOnce(product);

    @Test
    void theRightPasswordIsComputedOnceAndAWrongOneEveryTime() {
        String hash = String.valueOf(once.encode("a password of this test"));
        assertThat(once.encode("a password of this test")).isEqualTo(hash);
        assertThat(once.matches("a password of this test", hash)).isTrue();
        assertThat(once.matches("a password of this test", hash)).isTrue();
        assertThat(once.matches("another of this test", hash)).isFalse();
        assertThat(once.matches("another of this test", hash)).isFalse();
        assertThat(product.asked)
                .containsExactly(
                        "hash a password of this test",
                        "compare a password of this test",
                        "compare another of this test",
                        "compare another of this test");
    }

    @Test
    void theHashIsTheProductsOwn() {
        String hash = String.valueOf(once.encode("one more of this test"));
        assertThat(hash).startsWith("$2a$10$");
        assertThat(new BCryptPasswordEncoder().matches("one more of this test", hash))
                .isTrue();
    }
}
