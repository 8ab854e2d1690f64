package org.stipple.clinic.aftercare.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.Alerts;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.web.ConcernViews.ReachPage;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;

/// Where somebody of the staff is reached when a patient reports what cannot wait. Each says it for themselves;
/// a manager and an administrator are told where nobody is reached who answers.
@Controller
class ReachPages {

    private final Pages pages;
    private final Alerts alerts;
    private final Messages messages;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ReachPages(Pages pages, Alerts alerts, Messages messages, Once once, Ids ids, TransactionTemplate transaction) {
        this.pages = pages;
        this.alerts = alerts;
        this.messages = messages;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/concerns/reach")
    @Allowed({
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR
    })
    ResponseEntity<String> own(@RequestParam(defaultValue = "") String done) {
        var reach = Objects.requireNonNull(transaction.execute(_ -> alerts.own()));
        return show(
                HttpStatus.OK,
                reach.getOrDefault(Channel.EMAIL, ""),
                reach.getOrDefault(Channel.SMS, ""),
                done.isEmpty() ? "" : "Kept. From now on you are told there.",
                List.of());
    }

    @PostMapping("/concerns/reach")
    @Allowed({
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR
    })
    ResponseEntity<String> keep(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        String email = form.text("email").orElse("");
        String mobile = form.text("mobile").orElse("");
        var problems = new ArrayList<String>();
        if (!email.isEmpty() && !email.matches("[^\\s@<>,]+@[^\\s@<>,]+")) {
            problems.add(
                    "“E-mail” was " + email + ", expected one address such as noor@clinic.example. Nothing was kept.");
        }
        if (!mobile.isEmpty() && !mobile.matches("\\+[0-9 ]{7,20}")) {
            problems.add("“Mobile” was " + mobile + ", expected a number with its country, such as +1 555 0100. "
                    + "Nothing was kept.");
        }
        if (!problems.isEmpty()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, email, mobile, "", problems);
        }
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            alerts.reachMe(Channel.EMAIL, email);
            alerts.reachMe(Channel.SMS, mobile.replace(" ", ""));
            return "/concerns/reach?done=kept";
        }));
    }

    private ResponseEntity<String> show(
            HttpStatus status, String email, String mobile, String done, List<String> problems) {
        boolean answers = Concerns.answers(Acting.current());
        return pages.show(
                status,
                "aftercare/reach",
                answers ? "/concerns" : "/today",
                new ReachPage(
                        ids.next(),
                        answers,
                        email,
                        mobile,
                        Arrays.stream(Channel.values())
                                .filter(messages.notSetUp()::contains)
                                .map(Channel::words)
                                .toList(),
                        done,
                        problems));
    }
}
