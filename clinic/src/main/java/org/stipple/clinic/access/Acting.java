package org.stipple.clinic.access;

import java.util.Optional;
import java.util.concurrent.Callable;

/// For whom the current work is done. Bound for the length of a request, a job or a test, never longer; the
/// transaction manager hands it to the database, where row-level security reads it.
public final class Acting {

    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();

    private Acting() {}

    /// Does the work as this actor.
    public static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return ScopedValue.where(ACTOR, actor).call(work::call);
    }

    /// As [#as], for work that gives nothing back and throws nothing checked.
    public static void doing(Actor actor, Runnable work) {
        ScopedValue.where(ACTOR, actor).run(work);
    }

    /// Who is acting.
    ///
    /// @throws IllegalStateException when nobody is: a programming error, since every route and job says who may
    ///   use it
    public static Actor current() {
        return now().orElseThrow(() -> new IllegalStateException("nobody is acting here"));
    }

    /// Who is acting, if anybody is.
    public static Optional<Actor> now() {
        return ACTOR.isBound() ? Optional.of(ACTOR.get()) : Optional.empty();
    }
}
