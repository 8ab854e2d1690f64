package org.stipple.clinic.access;

/// What was done, as the audit trail names it.
public enum Act {
    CREATE("create"),
    READ("read"),
    CHANGE("change"),
    SEARCH("search"),
    SIGN_IN("sign-in"),
    SIGN_OUT("sign-out"),
    REFUSED("refused"),
    /// A record opened by somebody who does not read records otherwise.
    EMERGENCY("emergency");

    private final String id;

    Act(String id) {
        this.id = id;
    }

    /// The word in the table.
    public String id() {
        return id;
    }
}
