package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.PasswordTries;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.SignOn;
import org.stipple.clinic.web.EntryViews.SetupPage;
import org.stipple.clinic.web.EntryViews.SignInPage;

/// The doors: signing in, setting up the first clinic, the room theme, and a sign of life.
@Controller
class EntryPages {

    private final Pages pages;
    private final FirstStart first;
    private final Ids ids;
    private final DemoMark demo;
    private final Passkeys passkeys;
    private final SignOn signOn;
    private final TransactionTemplate transaction;

    EntryPages(
            Pages pages,
            FirstStart first,
            Ids ids,
            DemoMark demo,
            Passkeys passkeys,
            SignOn signOn,
            TransactionTemplate transaction) {
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.transaction = transaction;
        this.pages = pages;
        this.first = first;
        this.ids = ids;
        this.demo = demo;
    }

    @GetMapping("/")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.PATIENT
    })
    ResponseEntity<String> start() {
        if (Acting.current().isOneOf(Role.PATIENT)) {
            return pages.show("entry/patient", "", Acting.current().clinicName());
        }
        return Pages.seeOther("/today");
    }

    @GetMapping("/alive")
    @OpenToAll(because = "a load balancer asks whether the program answers; it learns nothing else")
    ResponseEntity<String> alive() {
        return ResponseEntity.ok("alive");
    }

    @GetMapping("/sign-in")
    @OpenToAll(because = "nobody is signed in before signing in")
    ResponseEntity<String> signIn(
            @RequestParam Optional<String> wrong,
            @RequestParam Optional<Integer> wait,
            @RequestParam Optional<String> out,
            @RequestParam Optional<String> ended,
            @RequestParam Optional<String> ready) {
        String notice = out.map(_ -> "You are signed out.")
                .or(
                        () -> ended.map(
                                _ ->
                                        "Your sign-in has ended, or the page was open for too long. What was saved is kept; sign in to go on."))
                .or(() -> ready.map(_ -> "The clinic is set up. Sign in with the name and password that you chose."))
                .orElse("");
        return pages.show(
                "entry/sign-in",
                "",
                new SignInPage(
                        wrong.isPresent(),
                        wait.filter(seconds -> seconds > 0)
                                .map(seconds -> PasswordTries.words(Duration.ofSeconds(seconds)))
                                .orElse(""),
                        notice,
                        demo.shown(),
                        "",
                        passkeys.host().orElse(""),
                        signOn.host().orElse("")));
    }

    /// Flips the dark theme for dimmed rooms and goes back to the same page.
    @PostMapping("/room-theme")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR,
        Role.PATIENT
    })
    ResponseEntity<String> roomTheme(HttpServletRequest request, HttpServletResponse response) {
        boolean on = request.getCookies() != null
                && java.util.Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals(Pages.ROOM_COOKIE)
                                && cookie.getValue().equals("on"));
        var cookie = ResponseCookie.from(Pages.ROOM_COOKIE, on ? "off" : "on")
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure()
                        || request.getServletContext().getSessionCookieConfig().isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
        return Pages.seeOther(sameSitePath(request.getHeader("Referer")));
    }

    /// Only the path of where one came from, so that the way back never leads to another host.
    private static String sameSitePath(@org.jspecify.annotations.Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            String path = URI.create(referer).getRawPath();
            return path == null || !path.startsWith("/") || path.startsWith("//") ? "/" : path;
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }

    @GetMapping("/setup/{token}")
    @OpenToAll(because = "there is no account yet; the one-time token in the address is the proof")
    ResponseEntity<String> setup(@PathVariable String token) {
        return first.accepts(token) ? pages.show("entry/setup", "", SetupPage.empty(token)) : noSetup();
    }

    @PostMapping("/setup/{token}")
    @OpenToAll(because = "there is no account yet; the one-time token in the address is the proof")
    ResponseEntity<String> setUp(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        if (!first.accepts(token)) {
            return noSetup();
        }
        var form = new Form(fields);
        try {
            boolean done = Boolean.TRUE.equals(transaction.execute(_ -> first.claims(token) && setUp(form)));
            return done ? Pages.seeOther("/sign-in?ready") : noSetup();
        } catch (Refusal refusal) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT, "entry/setup", "", SetupPage.of(token, form, refusal.why()));
        } catch (IllegalArgumentException wrong) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "entry/setup",
                    "",
                    SetupPage.of(token, form, List.of(String.valueOf(wrong.getMessage()))));
        }
    }

    private boolean setUp(Form form) {
        first.setUp(
                ids.next(),
                form.required("clinic", "Name of the clinic"),
                form.text("jurisdiction"),
                zone(form.required("zone", "Time zone")),
                ids.next(),
                form.required("username", "Sign-in name"),
                form.required("person", "Your name"),
                form.required("password", "Password"),
                EnumSet.of(Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN, Role.PRACTITIONER, Role.MANAGER),
                form.text("profession").flatMap(Professions::find));
        return true;
    }

    private ResponseEntity<String> noSetup() {
        return pages.problem(
                HttpStatus.NOT_FOUND,
                "This link is not good any more",
                "A set-up link works once, and only until the clinic exists.",
                "Sign in instead, or read the newest link where the program was started.");
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new Refusal(List.of("The time zone was " + id + ", expected one such as Europe/Berlin."));
        }
    }
}
