package org.stipple.clinic.web;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
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
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Once;

/// What the reader is told when something goes wrong: what it was, that nothing was lost, what to do. Never a
/// stack trace, and never a difference between what does not exist and what belongs to somebody else.
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Pages pages;
    private final AuditTrail trail;

    Problems(Pages pages, AuditTrail trail) {
        this.pages = pages;
        this.trail = trail;
    }

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class,
        NotHere.class
    })
    ResponseEntity<String> notHere(Exception absent) {
        return pages.problem(
                HttpStatus.NOT_FOUND,
                "There is nothing here",
                "The address may be mistyped, or what it led to belongs to nobody here.",
                "Go back, or look for the person by name.");
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<String> notForYou(AccessDeniedException denied) {
        if (Acting.now().isPresent()) {
            trail.refused(Optional.empty(), "a page that is not for this role");
        }
        return pages.problem(
                HttpStatus.FORBIDDEN,
                "This is not yours to do",
                "Your role does not include it.",
                "Ask somebody whose role does, or your administrator.");
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<String> refused(Refusal refusal) {
        return pages.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This was not done",
                refusal.getMessage() + "",
                "Go back, mend it and send it again.");
    }

    @ExceptionHandler(UndecodableQuery.Unreadable.class)
    ResponseEntity<String> unreadable(UndecodableQuery.Unreadable unreadable) {
        return pages.problem(
                HttpStatus.BAD_REQUEST,
                "This could not be read",
                "The address holds a percent sign that stands for no character.",
                "Open the page again from a link. Nothing was changed.");
    }

    @ExceptionHandler(NotNow.class)
    ResponseEntity<String> notNow(NotNow now) {
        return pages.problem(
                HttpStatus.CONFLICT, "This was not done", now.why(), "Open the page again to see how things stand.");
    }

    /// Two people did the same thing at the same moment, and the database let one of them.
    @ExceptionHandler({DataIntegrityViolationException.class, ConcurrencyFailureException.class})
    ResponseEntity<String> overtaken(Exception overtaken) {
        if (isUnkeepable(overtaken)) {
            return pages.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This was not done",
                    "What was sent holds a character that cannot be kept.",
                    "Go back and type it anew. Nothing was changed.");
        }
        LOG.warn("overtaken: {}", overtaken.getClass().getSimpleName());
        return pages.problem(
                HttpStatus.CONFLICT,
                "This was not done",
                "Somebody else did something with the same record at the same moment.",
                "Open the page again to see how things stand.");
    }

    /// A text with a NUL, which no table takes: the value itself, and nobody else, is in the way. The database
    /// names the byte in every language.
    private static boolean isUnkeepable(Exception failure) {
        return failure instanceof NestedRuntimeException nested
                && String.valueOf(nested.getMostSpecificCause().getMessage()).contains("0x00");
    }

    @ExceptionHandler(Once.KeyUsedForSomethingElse.class)
    ResponseEntity<String> keyUsed(Once.KeyUsedForSomethingElse used) {
        return pages.problem(
                HttpStatus.CONFLICT,
                "This form was sent before",
                "It was sent once with other content, and that was kept.",
                "Open the page again to see what stands there now.");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge(MaxUploadSizeExceededException large) {
        return pages.problem(
                HttpStatus.CONTENT_TOO_LARGE, "This file is too large", "A photo may have 25 MB.", "Send it smaller.");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<String> failed(Exception failure) {
        if (failure instanceof ErrorResponse asked && asked.getStatusCode().is4xxClientError()) {
            return pages.problem(
                    HttpStatus.BAD_REQUEST,
                    "This could not be read",
                    "What was sent is not what this page sends.",
                    "Open the page again and send it from there. Nothing was changed.");
        }
        // The class and place alone: messages may quote what somebody entered, and no patient data goes into a
        // log.
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error("a page failed: {} at {}", failure.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return pages.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed here",
                "The program made a mistake. What you sent was not saved.",
                "Try again. If it fails again, tell your administrator the time.");
    }
}
