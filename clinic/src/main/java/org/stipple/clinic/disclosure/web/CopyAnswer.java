package org.stipple.clinic.disclosure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.stipple.clinic.disclosure.Copy;

/// A copy as the answer to a browser: with its length, so that the browser shows how far it is and knows when a
/// part is missing.
final class CopyAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(CopyAnswer.class);

    private CopyAnswer() {}

    static void send(Copy copy, String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        copy.bytes().ifPresent(response::setContentLengthLong);
        OutputStream out = response.getOutputStream();
        // From here on the answer is a file: a page that says what failed would become a part of it.
        response.flushBuffer();
        try {
            copy.to(out);
        } catch (UncheckedIOException broken) {
            LOG.info("a copy was not fetched to its end: the line broke");
        } catch (RuntimeException failed) {
            // The answer stays shorter than it said, which no browser takes for the whole. Messages may quote what
            // somebody entered.
            LOG.error(
                    "a copy could not be written to its end: {}",
                    failed.getClass().getName());
        }
    }
}
