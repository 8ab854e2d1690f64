package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.consent.Agreement;
import org.stipple.clinic.consent.Drawing;
import org.stipple.clinic.consent.Mark;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.consent.Where;
import org.stipple.clinic.consent.web.ConsentViews.Wrong;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.words.Tongue;

/// Reads the form that somebody signs: every field is asked, and what is missing is named.
final class SignForm {

    private final Form form;
    private final String recordName;

    /// @param recordName of the person, which stands for a name where they draw for themself
    SignForm(Form form, String recordName) {
        this.form = form;
        this.recordName = recordName;
    }

    /// @throws NotFilledIn where a field is empty or unknown
    /// @throws Refusal where the form is not one of this program
    Agreement agreement(Where where) {
        Purpose purpose = purpose(form);
        if (form.text("agree").isEmpty()) {
            throw new NotFilledIn(Wrong.AGREE, "consent.wrong.agree");
        }
        Mark mark = mark();
        return new Agreement(
                purpose,
                Tongue.of(form.required("language", "Language"))
                        .orElseThrow(
                                () -> new Refusal(List.of("This language is not known here. Nothing was signed."))),
                form.required("sha256", "text"),
                shown(purpose),
                form.text("particulars").orElse(""),
                signer(mark, where),
                mark,
                where);
    }

    static Purpose purpose(Form form) {
        return Purpose.find(form.required("purpose", "Purpose"))
                .orElseThrow(() -> new Refusal(List.of("This purpose is not known here.")));
    }

    private Mark mark() {
        Optional<String> strokes = form.text("strokes");
        if (strokes.isEmpty()) {
            return new Mark.Typed();
        }
        try {
            return new Mark.Drawn(Drawing.read(strokes.get()));
        } catch (Drawing.NoDrawing none) {
            throw new NotFilledIn(
                    Wrong.DRAWING, none.isTooLittle() ? "consent.wrong.drawing" : "consent.wrong.no-drawing");
        }
    }

    private Signer signer(Mark mark, Where where) {
        String who = switch (where) {
            case Where.InTheClinic _ -> form.text("signer").orElse("");
            case Where.ByOwnLink _ -> "person";
        };
        return switch (who) {
            case "person" ->
                new Signer.ThePerson(form.text("signedName")
                        .or(() -> mark.drawn().map(_ -> recordName))
                        .orElseThrow(SignForm::noName));
            case "representative" ->
                new Signer.Representative(
                        form.text("signedName").orElseThrow(SignForm::noName),
                        form.text("relation")
                                .flatMap(Signer.Relation::find)
                                .orElseThrow(() -> new NotFilledIn(Wrong.RELATION, "consent.wrong.relation")));
            case String _ -> throw new NotFilledIn(Wrong.SIGNER, "consent.wrong.signer");
        };
    }

    private static NotFilledIn noName() {
        return new NotFilledIn(Wrong.NAME, "consent.wrong.name-empty");
    }

    /// The course that stood on the page.
    private Optional<ShownCourse> shown(Purpose purpose) {
        if (!purpose.isAboutACourse()) {
            return Optional.empty();
        }
        return Optional.of(form.text("course")
                .flatMap(course -> form.text("courseSha256").map(hash -> shown(course, hash)))
                .orElseThrow(() -> new Refusal(
                        List.of("This page does not say which course was shown. Nothing was signed. Open it again, and "
                                + "read the course with the person."))));
    }

    private static ShownCourse shown(String course, String sha256) {
        try {
            return new ShownCourse(UUID.fromString(course), sha256);
        } catch (IllegalArgumentException notACourse) {
            throw new Refusal(List.of("This page names no course. Nothing was signed. Open it again."));
        }
    }
}
