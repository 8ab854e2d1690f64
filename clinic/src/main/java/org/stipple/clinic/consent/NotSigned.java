package org.stipple.clinic.consent;

/// Why nothing was signed, as things stand. The message is for the clinic; what the person reads is told by
/// [#why].
public final class NotSigned extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    NotSigned(Why why, String words) {
        super(words);
        this.why = why;
    }

    /// What is in the way.
    public Why why() {
        return why;
    }

    /// What can be in the way of a signature.
    public enum Why {
        /// Another text is in force than the one that was shown.
        TEXT("text"),
        /// Nobody signed a course that could be agreed to.
        NO_COURSE("no-course"),
        /// Another course is in force, or what stood beside the text is another.
        COURSE("course"),
        /// It was signed before, and that holds.
        BEFORE("before");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /// The word in bundles.
        public String id() {
            return id;
        }
    }
}
