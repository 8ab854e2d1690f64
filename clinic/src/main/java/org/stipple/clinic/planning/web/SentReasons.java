package org.stipple.clinic.planning.web;

import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.planning.web.PlanningViews.ToTake;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.FieldView;

/// The reasons that came with a signature, so that a signature that is refused loses none of them and each that
/// says too little is pointed at where it stands.
///
/// @param signing of the first signer, by rule; empty where nobody tried to sign
/// @param seconding of the second signer; empty where nobody tried to
record SentReasons(Optional<Map<String, String>> signing, Optional<String> seconding) {

    /// Before each rule in the form of the first signer.
    static final String REASON = "reason:";

    /// Nobody tried to sign.
    static final SentReasons NONE = new SentReasons(Optional.empty(), Optional.empty());

    static SentReasons signing(Form form) {
        return new SentReasons(Optional.of(form.after(REASON)), Optional.empty());
    }

    static SentReasons seconding(Form form) {
        return new SentReasons(Optional.empty(), Optional.of(form.text("reason").orElse("")));
    }

    /// A finding to take on, with what was sent for it.
    ToTake over(ToTake take) {
        if (signing.isEmpty()) {
            return take;
        }
        String reason = signing.get().getOrDefault(take.rule(), "");
        boolean leftOut = reason.isEmpty() && !take.required();
        return new ToTake(
                take.rule(), take.words(), take.kind(), take.required(), reason, leftOut ? "" : error(reason));
    }

    /// The field of the second signer.
    FieldView second() {
        return new FieldView(
                "reason",
                "Your reason",
                "text",
                seconding.orElse(""),
                "",
                "Write " + Reason.TAKEN_ON + ". It stays in the record beside the first.",
                seconding.map(SentReasons::error).orElse(""),
                true,
                "off");
    }

    /// What is to be mended about a reason; empty when it says enough.
    static String error(String reason) {
        return Reason.says(reason, true)
                ? ""
                : (reason.isEmpty() ? "Is empty" : "Was “" + reason + "”") + ", expected " + Reason.TAKEN_ON + ".";
    }
}
