package org.stipple.clinic.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stipple.clinic.web.look.OwnFailure;
import org.stipple.clinic.web.look.OwnFrame;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Tongues;
import org.stipple.clinic.web.words.Words;

/// Turns page records into the HTML that patients read on their own phones: in their language, without the
/// navigation of the clinic, and always with how to reach a person. A template takes `own`, the frame, and
/// `page`, its own record.
@Component
public class OwnPages {

    /// The fields in which a person writes in their own words, and where the addresses begin at which they do.
    static final Map<String, String> TYPED = Map.of("words", "/own/", "question", "/own/consent/");

    private static final Logger LOG = LoggerFactory.getLogger(OwnPages.class);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /// The address of a page of a patient: where it begins, and the rest.
    private static final Pattern OWN = Pattern.compile("(/own/[^/]+/[^/]+|/m/[^/]+|/check|/own|/m)(/.*)?");

    /// More than any form of these pages sends, in characters: a drawn name has 20,000.
    private static final int MOST_SENT = 100_000;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final DemoMark demo;
    private final Tongues tongues;
    private final ObjectProvider<WhoseLink> links;

    OwnPages(DemoMark demo, Tongues tongues, ObjectProvider<WhoseLink> links) {
        this.demo = demo;
        this.tongues = tongues;
        this.links = links;
    }

    /// What can go wrong, as the person is told.
    enum Failure {
        /// The link opens nothing, or nothing stands there.
        NOT_GOOD("not-good"),
        /// What was sent does not fit.
        NOT_KEPT("refused"),
        /// Something else was kept at the same moment, or under the same key.
        OVERTAKEN("overtaken"),
        /// It was sent by the page of somebody else.
        ELSEWHERE("elsewhere"),
        /// A file is larger than a photo.
        TOO_LARGE("file"),
        /// The program failed.
        FAILED("failed");

        private final String key;

        Failure(String key) {
            this.key = "frame." + key;
        }
    }

    /// Whether an address is one of a patient.
    static boolean isOwn(String path) {
        return OWN.matcher(path).matches();
    }

    /// Where the link of this address begins: the page that it opens.
    static String start(String path) {
        Matcher own = OWN.matcher(path);
        return own.matches() ? Objects.requireNonNull(own.group(1)) : path;
    }

    /// A whole page in the language of the request.
    ///
    /// @param template name below `src/main/jte`, without ending
    /// @param clinicName empty where the page belongs to no clinic
    public ResponseEntity<String> show(
            HttpStatus status, String template, String clinicName, Reach reach, Object page) {
        return show(request(), status, template, clinicName, reach, page);
    }

    /// A whole page that belongs to no clinic.
    public ResponseEntity<String> show(HttpStatus status, String template, Object page) {
        return show(status, template, "", Reach.unsaid(), page);
    }

    private ResponseEntity<String> show(
            HttpServletRequest request,
            HttpStatus status,
            String template,
            String clinicName,
            Reach reach,
            Object page) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("own", frame(request, clinicName, reach), "page", page), html);
        var answer = ResponseEntity.status(status)
                .contentType(HTML)
                // The language is part of the answer; no page of a person is kept anywhere.
                .header(HttpHeaders.VARY, "Accept-Language, Cookie");
        Tongues.chosen(request).ifPresent(tongue -> answer.header(HttpHeaders.SET_COOKIE, cookie(request, tongue)));
        return answer.body(html.toString());
    }

    /// That a link opens nothing, in words that do not tell why, and how to reach the clinic that gave it.
    public ResponseEntity<String> notGood() {
        return failed(request(), request().getRequestURI(), HttpStatus.NOT_FOUND, Failure.NOT_GOOD);
    }

    /// That what was sent does not fit, and nothing was kept.
    ///
    /// @param back the address of the page to go on with
    public ResponseEntity<String> refused(String clinicName, Reach reach, String back) {
        var request = request();
        return failed(
                request,
                request.getRequestURI(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                Failure.NOT_KEPT,
                words(request).of(Failure.NOT_KEPT.key + "-why"),
                way(request.getRequestURI(), back),
                Optional.of(new WhoseLink.Giver(clinicName, reach)));
    }

    /// That a form came back with something else, and what was sent first stands.
    ///
    /// @param back the address of the page to go on with
    public ResponseEntity<String> sentBefore(String clinicName, Reach reach, String back) {
        var request = request();
        return failed(
                request,
                request.getRequestURI(),
                HttpStatus.CONFLICT,
                Failure.OVERTAKEN,
                words(request).of(Failure.OVERTAKEN.key + "-why"),
                way(request.getRequestURI(), back),
                Optional.of(new WhoseLink.Giver(clinicName, reach)));
    }

    /// That what was written is longer than fits, and nothing was kept.
    ///
    /// @param had characters
    /// @param most characters that fit
    /// @param back the address of the page to go on with
    public ResponseEntity<String> tooLong(String clinicName, Reach reach, int had, int most, String back) {
        var request = request();
        return failed(
                request,
                request.getRequestURI(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                Failure.NOT_KEPT,
                words(request).of("frame.too-long", had, most),
                way(request.getRequestURI(), back),
                Optional.of(new WhoseLink.Giver(clinicName, reach)));
    }

    /// What went wrong on a page of a patient.
    ///
    /// @param asked the address that was asked for
    ResponseEntity<String> failed(HttpServletRequest request, String asked, HttpStatus status, Failure failure) {
        // What stands behind a semicolon is no part of a link.
        String path = asked.replaceAll(";[^/]*", "");
        return failed(
                request,
                path,
                status,
                failure,
                words(request).of(failure.key + "-why"),
                failure == Failure.NOT_GOOD ? "" : way(path, start(path)),
                giver(path));
    }

    private ResponseEntity<String> failed(
            HttpServletRequest request,
            String path,
            HttpStatus status,
            Failure failure,
            String why,
            String back,
            Optional<WhoseLink.Giver> giver) {
        var words = words(request);
        // What the page of somebody else made up is not shown as if the person had written it.
        List<OwnFailure.Sent> sent = failure == Failure.ELSEWHERE ? List.of() : sent(request);
        var isTyped = sent.stream().collect(Collectors.partitioningBy(one -> isTyped(path, one.name())));
        List<OwnFailure.Sent> typed = isTyped.getOrDefault(true, List.of());
        List<OwnFailure.Sent> carried = isTyped.getOrDefault(false, List.of());
        return show(
                request,
                status,
                "own/failure",
                giver.map(WhoseLink.Giver::clinicName).orElse(""),
                giver.map(WhoseLink.Giver::reach).orElse(Reach.unsaid()),
                new OwnFailure(
                        words.of(failure.key),
                        why,
                        words.of(failure.key + "-next"),
                        back,
                        again(failure, typed, sent),
                        typed,
                        carried));
    }

    private static boolean isTyped(String path, String field) {
        return Optional.ofNullable(TYPED.get(field)).filter(path::startsWith).isPresent();
    }

    /// A form whose key was used cannot be sent again under it.
    private static boolean again(Failure failure, List<OwnFailure.Sent> typed, List<OwnFailure.Sent> sent) {
        return switch (failure) {
            case NOT_KEPT -> !typed.isEmpty();
            case FAILED -> !sent.isEmpty();
            case NOT_GOOD, OVERTAKEN, ELSEWHERE, TOO_LARGE -> false;
        };
    }

    /// Writes a page where no controller answers.
    static void write(HttpServletResponse response, ResponseEntity<String> page) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }

    /// What was sent by a form, so that it is not lost; nothing where it cannot be read. Characters that no
    /// page and no table takes are left out.
    private static List<OwnFailure.Sent> sent(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return List.of();
        }
        var sent = new ArrayList<OwnFailure.Sent>();
        int length = 0;
        try {
            for (var field : request.getParameterMap().entrySet()) {
                for (String value : field.getValue()) {
                    sent.add(new OwnFailure.Sent(field.getKey(), plain(value)));
                    length += value.length();
                }
            }
        } catch (RuntimeException unreadable) {
            return List.of();
        }
        return length > MOST_SENT ? List.of() : sent;
    }

    private static String plain(String value) {
        return value.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /// The way to an address from another, without what both begin with: the secret of a link does not stand on
    /// a page that says that something went wrong. One that ends in a slash leads to the one without.
    static String way(String from, String to) {
        List<String> folder = List.of(from.substring(0, from.lastIndexOf('/')).split("/"));
        List<String> aim = List.of(to.split("/"));
        int common = 0;
        while (common < Math.min(folder.size(), aim.size())
                && folder.get(common).equals(aim.get(common))) {
            common++;
        }
        if (common < List.of(start(to).split("/")).size()) {
            return from.equals(to) ? "?" : "";
        }
        String up = "../".repeat(folder.size() - common);
        return (up.isEmpty() ? "./" : up) + String.join("/", aim.subList(common, aim.size()));
    }

    /// A page that says what went wrong fails for nothing: least of all because nobody can be asked.
    private Optional<WhoseLink.Giver> giver(String path) {
        try {
            return links.stream().flatMap(one -> one.giver(path).stream()).findFirst();
        } catch (RuntimeException unknown) {
            LOG.warn("nobody knows whose a link is: {}", unknown.getClass().getName());
            return Optional.empty();
        }
    }

    private Words words(HttpServletRequest request) {
        return Words.in(tongues.of(request));
    }

    private OwnFrame frame(HttpServletRequest request, String clinicName, Reach reach) {
        Tongue tongue = tongues.of(request);
        return new OwnFrame(
                Words.in(tongue),
                clinicName,
                reach,
                demo.shown(),
                request.getMethod().equals("GET"),
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
