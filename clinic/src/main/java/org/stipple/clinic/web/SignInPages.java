package org.stipple.clinic.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.OpenToAll;
import org.stipple.clinic.access.PasskeyAnswer;
import org.stipple.clinic.access.PasskeyChallenge;
import org.stipple.clinic.access.PasskeySignIn;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.SignInAnswer;
import org.stipple.clinic.access.SignOn;
import org.stipple.clinic.access.SignOnAsked;
import org.stipple.clinic.access.SignOnRefused;
import org.stipple.clinic.web.EntryViews.SignInPage;

/// Signing in with a passkey, and through the sign-on service of the clinic. Passwords go through Spring
/// Security.
@Controller
class SignInPages {

    private static final String NOBODY = "nobody is signed in before signing in";

    private final Pages pages;
    private final Passkeys passkeys;
    private final PasskeySignIn passkeySignIn;
    private final SignOn signOn;
    private final OtherDoor door;
    private final DemoMark demo;

    SignInPages(
            Pages pages, Passkeys passkeys, PasskeySignIn passkeySignIn, SignOn signOn, OtherDoor door, DemoMark demo) {
        this.pages = pages;
        this.passkeys = passkeys;
        this.passkeySignIn = passkeySignIn;
        this.signOn = signOn;
        this.door = door;
        this.demo = demo;
    }

    /// What the passkey is to sign.
    @PostMapping("/sign-in/passkey/challenge")
    @OpenToAll(because = NOBODY)
    ResponseEntity<String> challenge(HttpServletRequest request) {
        PasskeyChallenge challenge = passkeys.challenge(PasskeySignIn.ACT);
        OnlyOnce.keep(request, challenge);
        return text(HttpStatus.OK, challenge.value());
    }

    static ResponseEntity<String> text(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words);
    }

    @PostMapping("/sign-in/passkey")
    @OpenToAll(because = NOBODY)
    void passkey(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var form = new Form(fields);
        Optional<PasskeyChallenge> asked = OnlyOnce.take(request, PasskeyChallenge.class);
        var answer = new PasskeyAnswer(
                form.text("credential").orElse(""),
                form.text("user").orElse(""),
                form.text("clientData").orElse(""),
                form.text("authenticatorData").orElse(""),
                form.text("signature").orElse(""));
        switch (passkeySignIn.signIn(asked, answer, request.getRemoteAddr())) {
            case SignInAnswer.Known(var person) -> door.letIn(person, request, response);
            case SignInAnswer.TooOften(var wait) ->
                response.sendRedirect(
                        "/sign-in?wait=" + Math.max(1, wait.plusMillis(999).toSeconds()));
            case SignInAnswer.NotKnown(var why) -> show(refused(why), response);
        }
    }

    private ResponseEntity<String> refused(String why) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "entry/sign-in",
                "",
                new SignInPage(
                        false,
                        "",
                        "",
                        demo.shown(),
                        why,
                        passkeys.host().orElse(""),
                        signOn.host().orElse("")));
    }

    private static void show(ResponseEntity<String> page, HttpServletResponse response) throws IOException {
        response.setStatus(page.getStatusCode().value());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8));
    }

    /// Leads to the sign-on service.
    @GetMapping("/sign-in/elsewhere")
    @OpenToAll(because = NOBODY)
    void elsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (signOn.host().isEmpty()) {
            throw new NotHere();
        }
        try {
            SignOnAsked asked = signOn.begin(Optional.empty());
            OnlyOnce.keep(request, asked);
            response.sendRedirect(asked.at().toString());
        } catch (SignOnRefused refused) {
            show(refused(refused.why()), response);
        }
    }

    /// Back from there, to sign in or to have the own account linked.
    @GetMapping("/sign-in/elsewhere/answer")
    @OpenToAll(
            because =
                    "whoever comes back is not signed in yet; the state that only this browser was given is the proof")
    void answer(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> code,
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> iss,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (signOn.host().isEmpty()) {
            throw new NotHere();
        }
        Optional<SignOnAsked> asked = OnlyOnce.take(request, SignOnAsked.class);
        var answer = new SignOnAsked.Answer(state, code, error, iss);
        try {
            if (asked.flatMap(SignOnAsked::linksTo).isPresent() && Acting.now().isPresent()) {
                signOn.link(asked, answer);
                response.sendRedirect("/account");
            } else {
                door.letIn(signOn.signIn(asked, answer), request, response);
            }
        } catch (SignOnRefused refused) {
            show(
                    Acting.now().isPresent()
                            ? pages.problem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "This was not done",
                                    refused.why(),
                                    "Go back to “Your account”.")
                            : refused(refused.why()),
                    response);
        }
    }
}
