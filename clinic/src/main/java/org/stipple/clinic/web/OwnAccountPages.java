package org.stipple.clinic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Passkey;
import org.stipple.clinic.access.PasskeyAnswer;
import org.stipple.clinic.access.PasskeyChallenge;
import org.stipple.clinic.access.PasskeySignIn;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.SignOn;
import org.stipple.clinic.access.SignOnAsked;
import org.stipple.clinic.access.SignOnRefused;
import org.stipple.clinic.access.SignedIn;
import org.stipple.clinic.web.EntryViews.OwnAccountPage;

/// The account of whoever looks: their ways in beside the password. Each new way in needs the password, so that
/// whoever finds a screen open adds none of their own.
@Controller
class OwnAccountPages {

    private final Pages pages;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final SignOn signOn;
    private final WaysInLooks looks;
    private final Once once;
    private final Ids ids;

    OwnAccountPages(
            Pages pages, Accounts accounts, Passkeys passkeys, SignOn signOn, WaysInLooks looks, Once once, Ids ids) {
        this.pages = pages;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.looks = looks;
        this.once = once;
        this.ids = ids;
    }

    @GetMapping("/account")
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
    ResponseEntity<String> own(@RequestParam Optional<String> changed) {
        return show(
                HttpStatus.OK,
                "",
                changed.isPresent() ? "Your password is changed. Your other sign-ins have ended." : "",
                List.of());
    }

    /// Another password, chosen by whoever it is of. What was changed by the same form before is changed.
    @PostMapping("/account/password")
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
    ResponseEntity<String> password(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(form, () -> {
            int version = accounts.changePassword(
                    form.text("password").orElse(""),
                    form.text("chosen").orElse(""),
                    form.text("again").orElse(""));
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
                person.goesOnUnder(version);
            }
            return "/account?changed";
        });
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/account/password")
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
    ResponseEntity<String> reloaded() {
        return Pages.seeOther("/account");
    }

    /// What a new passkey is to sign, once the password was given.
    @PostMapping("/account/passkeys/challenge")
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
    ResponseEntity<String> challenge(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        var form = new Form(fields);
        Optional<String> refused = passkeys.host().isEmpty()
                ? Optional.of("Passkeys are not set up here. No passkey was added.")
                : passkeys.whyNotNamed(form.text("name").orElse(""))
                        .map(why -> "Not done: " + why + ".")
                        .or(() -> accounts.whyNotConfirmed(form.text("password").orElse(""), "No passkey was added."));
        if (refused.isPresent()) {
            return SignInPages.text(HttpStatus.UNPROCESSABLE_CONTENT, refused.get());
        }
        PasskeyChallenge challenge = passkeys.challenge(Passkeys.adding());
        OnlyOnce.keep(request, challenge);
        return SignInPages.text(HttpStatus.OK, challenge.value());
    }

    @PostMapping("/account/passkeys")
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
    ResponseEntity<String> add(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        var form = new Form(fields);
        return done(form, () -> {
            passkeys.add(
                    ids.next(),
                    form.required("name", "Name of the passkey"),
                    OnlyOnce.take(request, PasskeyChallenge.class),
                    new PasskeyAnswer.Made(
                            form.text("clientData").orElse(""),
                            form.text("attestation").orElse("")));
            return "/account";
        });
    }

    @PostMapping("/account/passkeys/{passkey}/removal")
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
    ResponseEntity<String> remove(@PathVariable UUID passkey, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(form, () -> {
            if (!passkeys.remove(
                    Acting.current().account(), passkey, form.text("reason").orElse(""))) {
                throw new NotHere();
            }
            return "/account";
        });
    }

    /// Begins to link the account, once the password was given. The page that answers leads on by a link: what
    /// a form sends stays with this server.
    @PostMapping("/account/sign-on")
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
    ResponseEntity<String> link(@RequestParam MultiValueMap<String, String> fields, HttpServletRequest request) {
        Optional<String> refused = signOn.host().isEmpty()
                ? Optional.of("There is no sign-on service here. Nothing was linked.")
                : accounts.whyNotConfirmed(new Form(fields).text("password").orElse(""), "Nothing was linked.");
        if (refused.isPresent()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, "", List.of(refused.get()));
        }
        try {
            SignOnAsked asked = signOn.begin(Optional.of(Acting.current().account()));
            OnlyOnce.keep(request, asked);
            return show(HttpStatus.OK, "/account/sign-on", List.of());
        } catch (SignOnRefused silent) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, "", List.of(silent.why()));
        }
    }

    @GetMapping("/account/sign-on")
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
    ResponseEntity<String> leadOn(HttpServletRequest request) {
        Optional<SignOnAsked> asked = OnlyOnce.take(request, SignOnAsked.class);
        asked.ifPresent(one -> OnlyOnce.keep(request, one));
        return Pages.seeOther(asked.map(one -> one.at().toString()).orElse("/account"));
    }

    @PostMapping("/account/sign-on/removal")
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
    ResponseEntity<String> unlink(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(form, () -> {
            signOn.unlink(Acting.current().account(), form.text("reason").orElse(""));
            return "/account";
        });
    }

    private ResponseEntity<String> done(Form form, Supplier<String> effect) {
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), effect));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, "", List.of("Not done: " + refused.getMessage() + "."));
        }
    }

    private ResponseEntity<String> show(HttpStatus status, String leadsOn, List<String> problems) {
        return show(status, leadsOn, "", problems);
    }

    private ResponseEntity<String> show(HttpStatus status, String leadsOn, String done, List<String> problems) {
        AccountId own = Acting.current().account();
        Accounts.Account account = accounts.find(own).orElseThrow(NotHere::new);
        return pages.show(
                status,
                "entry/own-account",
                "",
                new OwnAccountPage(
                        account.name(),
                        account.username(),
                        account.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", ")),
                        passkeys.host().orElse(""),
                        passkeys.origin().orElse(""),
                        PasskeySignIn.handle(own),
                        passkeys.of(own).stream().map(Passkey::credential).collect(Collectors.joining(" ")),
                        signOn.host().orElse(""),
                        leadsOn,
                        ids.next(),
                        looks.of(own),
                        done,
                        account.passwordGiven(),
                        problems));
    }
}
