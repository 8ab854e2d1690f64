package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// What a browser was asked, kept in its session: it is taken away by the first answer, right or wrong, so that
/// no answer counts twice.
final class OnlyOnce {

    private OnlyOnce() {}

    /// Of two answers at the same moment one finds it.
    private static final class Kept {

        private Optional<Object> question;

        Kept(Object question) {
            this.question = Optional.of(question);
        }

        synchronized Optional<Object> taken() {
            Optional<Object> there = question;
            question = Optional.empty();
            return there;
        }
    }

    /// Keeps a question; one that was asked before in the same browser is worth nothing any more.
    static void keep(HttpServletRequest request, Object question) {
        request.getSession().setAttribute(question.getClass().getName(), new Kept(question));
    }

    /// Takes the question away.
    static <T> Optional<T> take(HttpServletRequest request, Class<T> kind) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(kind.getName()) instanceof Kept kept)) {
            return Optional.empty();
        }
        session.removeAttribute(kind.getName());
        return kept.taken().map(kind::cast);
    }
}
