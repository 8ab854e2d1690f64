package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.database.SqlState;

/// What the reader is told when something goes wrong: what it was, that nothing was lost, what to do. Never a
/// stack trace, and never a difference between what does not exist and what belongs to somebody else.
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /// What the database says (SQL state) where two did something at the same moment: a key or a time that is
    /// taken, a transaction that would not be one after the other, two that wait for each other.
    private static final Set<String> RACES = Set.of("23505", "23P01", "40001", "40P01", "55P03");

    private final Pages pages;
    private final OwnPages own;
    private final AuditTrail trail;

    Problems(Pages pages, OwnPages own, AuditTrail trail) {
        this.pages = pages;
        this.own = own;
        this.trail = trail;
    }

    /// A patient is told on a page of theirs, and the staff on one of the clinic.
    private ResponseEntity<String> told(
            HttpServletRequest asked,
            HttpStatus status,
            OwnPages.Failure failure,
            Supplier<ResponseEntity<String>> clinics) {
        String path = asked.getRequestURI();
        return OwnPages.isOwn(path) ? own.failed(asked, path, status, failure) : clinics.get();
    }

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class,
        NotHere.class
    })
    ResponseEntity<String> notHere(Exception absent, HttpServletRequest asked) {
        String path = asked.getRequestURI();
        // A page that came of what was sent is opened again, by its address: what the link opens is shown.
        if (absent instanceof HttpRequestMethodNotSupportedException
                && asked.getMethod().equals("GET")
                && OwnPages.isOwn(path)
                && !OwnPages.start(path).equals(path)) {
            return Pages.seeOther(OwnPages.start(path));
        }
        return told(
                asked,
                HttpStatus.NOT_FOUND,
                OwnPages.Failure.NOT_GOOD,
                () -> pages.problem(
                        HttpStatus.NOT_FOUND,
                        "There is nothing here",
                        "The address may be mistyped, or what it led to belongs to nobody here.",
                        "Go back, or look for the person by name."));
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<String> notForYou(AccessDeniedException denied, HttpServletRequest asked) {
        if (Acting.now().isPresent()) {
            trail.refused(Optional.empty(), "a page that is not for this role");
        }
        return told(
                asked,
                HttpStatus.FORBIDDEN,
                OwnPages.Failure.NOT_GOOD,
                () -> pages.problem(
                        HttpStatus.FORBIDDEN,
                        "This is not yours to do",
                        "Your role does not include it.",
                        "Ask somebody whose role does, or your administrator."));
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<String> refused(Refusal refusal, HttpServletRequest asked) {
        return told(
                asked,
                HttpStatus.UNPROCESSABLE_CONTENT,
                OwnPages.Failure.NOT_KEPT,
                () -> pages.problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "This was not done",
                        refusal.getMessage() + "",
                        "Go back, mend it and send it again."));
    }

    @ExceptionHandler(UndecodableQuery.Unreadable.class)
    ResponseEntity<String> unreadable(UndecodableQuery.Unreadable unreadable, HttpServletRequest asked) {
        return told(
                asked,
                HttpStatus.BAD_REQUEST,
                OwnPages.Failure.NOT_KEPT,
                () -> pages.problem(
                        HttpStatus.BAD_REQUEST,
                        "This could not be read",
                        "The address holds a percent sign that stands for no character.",
                        "Open the page again from a link. Nothing was changed."));
    }

    @ExceptionHandler(NotNow.class)
    ResponseEntity<String> notNow(NotNow now, HttpServletRequest asked) {
        return told(
                asked,
                HttpStatus.CONFLICT,
                OwnPages.Failure.OVERTAKEN,
                () -> pages.problem(
                        HttpStatus.CONFLICT,
                        "This was not done",
                        now.why(),
                        "Open the page again to see how things stand."));
    }

    /// Two people did the same thing at the same moment, and the database let one of them. What else it refuses
    /// is a fault of what was sent, which would be refused again however often it is tried.
    @ExceptionHandler({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    ResponseEntity<String> refusedByTheDatabase(Exception refused, HttpServletRequest asked) {
        if (isRace(refused)) {
            LOG.warn("overtaken: {}", refused.getClass().getSimpleName());
            return told(
                    asked,
                    HttpStatus.CONFLICT,
                    OwnPages.Failure.OVERTAKEN,
                    () -> pages.problem(
                            HttpStatus.CONFLICT,
                            "This was not done",
                            "Somebody else did something with the same record at the same moment.",
                            "Open the page again to see how things stand."));
        }
        boolean unkeepable = isUnkeepable(refused);
        if (!unkeepable) {
            LOG.error(
                    "the database refused what was sent: SQL state {}",
                    SqlState.of(refused).orElse("?"));
        }
        return told(
                asked,
                HttpStatus.UNPROCESSABLE_CONTENT,
                OwnPages.Failure.NOT_KEPT,
                () -> unkeepable
                        ? pages.problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "This was not done",
                                "What was sent holds a character that cannot be kept.",
                                "Go back and type it anew. Nothing was changed.")
                        : pages.problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "This was not done",
                                "What was sent does not fit what the record takes: it is too long, or contradicts itself.",
                                "Go back, mend it and send it again. Nothing was changed."));
    }

    static boolean isRace(Exception refused) {
        return refused instanceof ConcurrencyFailureException
                || SqlState.of(refused).filter(RACES::contains).isPresent();
    }

    private static List<Throwable> causes(Exception failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            causes.add(one);
        }
        return causes;
    }

    /// A text with a NUL, which no table takes: the value itself, and nobody else, is in the way. The database
    /// names the byte in every language.
    private static boolean isUnkeepable(Exception failure) {
        return causes(failure).stream()
                .anyMatch(one -> String.valueOf(one.getMessage()).contains("0x00"));
    }

    @ExceptionHandler(Once.KeyUsedForSomethingElse.class)
    ResponseEntity<String> keyUsed(Once.KeyUsedForSomethingElse used, HttpServletRequest asked) {
        return told(
                asked,
                HttpStatus.CONFLICT,
                OwnPages.Failure.OVERTAKEN,
                () -> pages.problem(
                        HttpStatus.CONFLICT,
                        "This form was sent before",
                        "It was sent once with other content, and that was kept.",
                        "Open the page again to see what stands there now."));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge(MaxUploadSizeExceededException large, HttpServletRequest asked) {
        return told(
                asked,
                HttpStatus.CONTENT_TOO_LARGE,
                OwnPages.Failure.TOO_LARGE,
                () -> pages.problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "This file is too large",
                        "A photo may have 25 MB.",
                        "Send it smaller."));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> failed(Exception failure, HttpServletRequest asked) {
        if (failure instanceof MultipartException
                || (failure instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError())) {
            return told(
                    asked,
                    HttpStatus.BAD_REQUEST,
                    OwnPages.Failure.NOT_KEPT,
                    () -> pages.problem(
                            HttpStatus.BAD_REQUEST,
                            "This could not be read",
                            "What was sent is not what this page sends.",
                            "Open the page again and send it from there. Nothing was changed."));
        }
        // The class and place alone: messages may quote what somebody entered, and no patient data goes into a
        // log.
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("a page failed: {} at {}", failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return told(
                asked,
                HttpStatus.INTERNAL_SERVER_ERROR,
                OwnPages.Failure.FAILED,
                () -> pages.problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something failed here",
                        "The program made a mistake. What you sent was not saved.",
                        "Try again. If it fails again, tell your administrator the time."));
    }
}
