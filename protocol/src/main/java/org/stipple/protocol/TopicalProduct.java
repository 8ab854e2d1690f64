package org.stipple.protocol;

import java.util.Arrays;
import java.util.Optional;

/// What is put on skin that is, or was just, needled.
///
/// @param id such as `vitamin-c-serum`
/// @param sterile whether it is sterile as sold
/// @param labelled whether its own label or that of the device names needled skin
/// @param during whether it may be on the skin while it is needled
/// @param fromHours from when on after the session it may be used
/// @param says what to know of it
public record TopicalProduct(
        String id,
        String name,
        Role role,
        boolean sterile,
        boolean labelled,
        During during,
        int fromHours,
        String says,
        Basis basis) {

    /// What it is for.
    public enum Role {
        GLIDE("glide"),
        SERUM("serum"),
        MEDICINE("medicine"),
        BLOOD_PRODUCT("blood-product"),
        ANAESTHETIC("anaesthetic"),
        CARE("care");

        private final String id;

        Role(String id) {
            this.id = id;
        }

        /// The word in files and answers: `blood-product`.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<Role> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// Whether it may be on the skin during needling.
    public enum During {
        NEVER("never"),
        SIGN_OFF("sign-off"),
        ALLOWED("allowed");

        private final String id;

        During(String id) {
            this.id = id;
        }

        /// The word in files and answers: `sign-off`.
        public String id() {
            return id;
        }

        /// @return empty when nothing has this word
        public static Optional<During> find(String id) {
            return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
