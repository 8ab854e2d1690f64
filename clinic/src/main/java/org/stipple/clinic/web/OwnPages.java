package org.stipple.clinic.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stipple.clinic.web.look.OwnFrame;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Tongues;
import org.stipple.clinic.web.words.Words;

/// Turns page records into the HTML that patients read on their own phones: in their language, without the
/// navigation of the clinic, and always with how to reach a person. A template takes `own`, the frame, and
/// `page`, its own record.
@Component
public class OwnPages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final DemoMark demo;
    private final Tongues tongues;

    OwnPages(DemoMark demo, Tongues tongues) {
        this.demo = demo;
        this.tongues = tongues;
    }

    /// A whole page in the language of the request.
    ///
    /// @param template name below `src/main/jte`, without ending
    /// @param clinicName empty where the page belongs to no clinic
    /// @param reach how to reach a person; empty where the clinic has not said so
    public ResponseEntity<String> show(
            HttpStatus status, String template, String clinicName, String reach, Object page) {
        HttpServletRequest request = request();
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("own", frame(request, clinicName, reach), "page", page), html);
        var answer = ResponseEntity.status(status)
                .contentType(HTML)
                // The language is part of the answer; no page of a person is kept anywhere.
                .header(HttpHeaders.VARY, "Accept-Language, Cookie");
        Tongues.chosen(request).ifPresent(tongue -> answer.header(HttpHeaders.SET_COOKIE, cookie(request, tongue)));
        return answer.body(html.toString());
    }

    /// That a link opens nothing, in words that do not tell why: whoever guesses learns nothing.
    public ResponseEntity<String> notGood() {
        return show(HttpStatus.NOT_FOUND, "own/not-good", "", "", "");
    }

    /// That what was sent does not fit, and nothing was kept.
    public ResponseEntity<String> refused(String clinicName, String reach, String back) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, "own/refused", clinicName, reach, back);
    }

    /// That a form came back with something else, and what was sent first stands.
    public ResponseEntity<String> sentBefore(String clinicName, String reach, String back) {
        return show(HttpStatus.CONFLICT, "own/sent-before", clinicName, reach, back);
    }

    private OwnFrame frame(HttpServletRequest request, String clinicName, String reach) {
        Tongue tongue = tongues.now();
        Optional<CsrfToken> csrf = Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new OwnFrame(
                Words.in(tongue),
                clinicName,
                reach,
                demo.shown(),
                csrf.map(CsrfToken::getParameterName).orElse(""),
                csrf.map(CsrfToken::getToken).orElse(""),
                request.getMethod().equals("GET") ? request.getServletPath() : "",
                Arrays.stream(Tongue.values())
                        .map(each -> new OwnFrame.Choice(each.lang(), each.own(), each == tongue))
                        .toList());
    }

    private static String cookie(HttpServletRequest request, Tongue tongue) {
        return ResponseCookie.from(Tongues.COOKIE, tongue.lang())
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure()
                        || request.getServletContext().getSessionCookieConfig().isSecure())
                .maxAge(REMEMBERED)
                .build()
                .toString();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
