package org.stipple.clinic.web;

import org.stipple.clinic.access.Actor;

/// Work that waits for somebody, in the navigation with its count. Modules further down the line add theirs,
/// so that this one need not know them.
public interface Worklist {

    /// Whether it is this person's work.
    boolean isFor(Actor actor);

    /// What it is called: `Reviews`.
    String words();

    /// Where it is done.
    String href();

    /// How much waits. It is asked for on every page and opens nobody's record.
    int waiting();
}
