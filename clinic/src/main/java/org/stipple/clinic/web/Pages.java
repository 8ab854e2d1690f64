package org.stipple.clinic.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stipple.clinic.access.Acting;

/// Turns page records into HTML. A template takes `frame` and `page`, both typed, and was compiled with the
/// program.
@Component
public class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final DemoMark demo;

    Pages(DemoMark demo) {
        this.demo = demo;
    }

    /// A whole page.
    ///
    /// @param template name below `src/main/jte`, without ending
    /// @param section current part of the navigation, or empty
    public ResponseEntity<String> show(String template, String title, String section, Object page) {
        return show(HttpStatus.OK, template, title, section, page);
    }

    /// A whole page with another status.
    public ResponseEntity<String> show(HttpStatus status, String template, String title, String section, Object page) {
        var html = new StringOutput();
        templates.render(template + ".jte", Map.of("frame", frame(title, section), "page", page), html);
        return ResponseEntity.status(status).contentType(HTML).body(html.toString());
    }

    /// Leads the browser on after a change, with status 303.
    public static ResponseEntity<String> seeOther(String location) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", location)
                .build();
    }

    private Frame frame(String title, String section) {
        return new Frame(title, Acting.now(), demo.shown(), csrf(), section);
    }

    private static Frame.Csrf csrf() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return switch (request.getAttribute(CsrfToken.class.getName())) {
            case CsrfToken token -> new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
            case null, default -> new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "");
        };
    }
}
