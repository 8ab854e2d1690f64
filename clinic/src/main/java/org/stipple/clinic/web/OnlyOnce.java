package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What a browser was asked, kept in its session: it is taken away by the first answer, right or wrong, so that
/// no answer counts twice.
final class OnlyOnce {

    private OnlyOnce() {}

    /// Keeps a question; one that was asked before in the same browser is worth nothing any more.
    static void keep(HttpServletRequest request, Object question) {
        request.getSession().setAttribute(question.getClass().getName(), new AtomicReference<>(question));
    }

    /// Takes the question away. Of two answers at the same moment one finds it.
    static <T> Optional<T> take(HttpServletRequest request, Class<T> kind) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(kind.getName()) instanceof AtomicReference<?> kept)) {
            return Optional.empty();
        }
        session.removeAttribute(kind.getName());
        return Optional.ofNullable(kept.getAndSet(null)).map(kind::cast);
    }
}
