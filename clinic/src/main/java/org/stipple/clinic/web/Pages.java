package org.stipple.clinic.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.EmergencyAccess;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.SignedIn;
import org.stipple.clinic.web.look.Page;
import org.stipple.clinic.web.look.Page.NavItem;

/// Turns page records into HTML. A template takes `frame`, what stands around every page, and `page`, its own
/// record; both are typed, and the template was compiled with the program.
@Component
public class Pages {

    /// The cookie that keeps the dark theme of a treatment room.
    static final String ROOM_COOKIE = "room";

    private static final int SOONER_S = 45;

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final DemoMark demo;
    private final List<Worklist> worklists;
    private final BreakGlass glass;

    Pages(DemoMark demo, List<Worklist> worklists, BreakGlass glass) {
        this.glass = glass;
        this.demo = demo;
        this.worklists = List.copyOf(worklists);
    }

    /// A whole page.
    ///
    /// @param template name below `src/main/jte`, without ending
    /// @param active address of the entry of the navigation that one is in, or empty
    public ResponseEntity<String> show(String template, String active, Object page) {
        return show(HttpStatus.OK, template, active, page);
    }

    /// A whole page with another status.
    public ResponseEntity<String> show(HttpStatus status, String template, String active, Object page) {
        return html(status, template, Map.of("frame", frame(active), "page", page));
    }

    /// A part of a page, for htmx.
    public ResponseEntity<String> part(String template, Map<String, Object> parameters) {
        return html(HttpStatus.OK, template, parameters);
    }

    /// The page that says what went wrong, that nothing was lost, and what to do.
    public ResponseEntity<String> problem(HttpStatus status, String title, String happened, String next) {
        return html(
                status,
                "error",
                Map.of(
                        "page",
                        frame(""),
                        "title",
                        title,
                        "happened",
                        happened,
                        "next",
                        next,
                        "action",
                        "Back to the start"));
    }

    private ResponseEntity<String> html(HttpStatus status, String template, Map<String, Object> parameters) {
        var html = new StringOutput();
        templates.render(template + ".jte", parameters, html);
        return ResponseEntity.status(status).contentType(HTML).body(html.toString());
    }

    /// Leads the browser on after a change, with status 303.
    public static ResponseEntity<String> seeOther(String location) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", location)
                .build();
    }

    private Page frame(String active) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Optional<Actor> actor = Acting.now();
        Optional<CsrfToken> csrf = Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()));
        return new Page(
                actor.map(Actor::clinicName).orElse(""),
                actor.map(Actor::name).orElse(""),
                actor.map(person -> person.account().value().toString()).orElse(""),
                actor.flatMap(_ -> username()).orElse(""),
                actor.map(_ -> idle(request)).orElse(0),
                actor.map(Pages::words).orElse(""),
                demo.shown(),
                csrf.map(CsrfToken::getParameterName).orElse(""),
                csrf.map(CsrfToken::getToken).orElse(""),
                active,
                emergency(),
                actor.map(person -> navigation(person, !active.isEmpty())).orElse(List.of()),
                isRoom(request));
    }

    /// That a record is open in an emergency stands on every page, until it closes by itself.
    private String emergency() {
        return glass.now().stream()
                .map(EmergencyAccess::until)
                .max(Instant::compareTo)
                .map(until -> "You opened a record in an emergency. It closes by itself on "
                        + Days.moment(until, Acting.current().zone())
                        + ". Whatever you read is entered, and the privacy and safety lead reviews it.")
                .orElse("");
    }

    private static Optional<String> username() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> who.getPrincipal() instanceof SignedIn)
                .map(Authentication::getName);
    }

    /// A little sooner than the server, so that nobody sends a form into a sign-in that has ended.
    private static int idle(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : Math.max(1, session.getMaxInactiveInterval() - SOONER_S);
    }

    private static boolean isRoom(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(cookie -> cookie.getName().equals(ROOM_COOKIE)
                                && cookie.getValue().equals("on"));
    }

    private static String words(Actor actor) {
        return actor.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", "));
    }

    /// @param counted whether the counts are asked for: a page that says what went wrong asks for nothing more
    private List<NavItem> navigation(Actor actor, boolean counted) {
        if (actor.isOneOf(Role.PATIENT)) {
            return List.of();
        }
        var items = new ArrayList<NavItem>();
        items.add(new NavItem("Today", "/today"));
        items.add(new NavItem("People", "/people"));
        if (actor.isOneOf(Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)) {
            items.add(new NavItem("Stock", "/stock"));
        }
        worklists.stream().filter(list -> list.isFor(actor)).forEach(list -> {
            int waiting = counted ? list.waiting() : 0;
            items.add(new NavItem(list.words() + (waiting > 0 ? " (" + waiting + ")" : ""), list.href()));
        });
        if (!actor.roles().equals(Set.of(Role.FRONT_DESK))) {
            items.add(new NavItem("Knowledge", "/knowledge"));
        }
        if (actor.isOneOf(Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR)) {
            items.add(new NavItem("Audit trail", "/trail"));
        }
        if (actor.isOneOf(Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN)) {
            items.add(new NavItem("Accounts", "/accounts"));
        }
        return items;
    }
}
