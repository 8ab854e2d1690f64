package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.IdentityView;

/// What the pages of consent show.
public final class ConsentViews {

    private ConsentViews() {}

    /// All purposes with what is agreed to.
    ///
    /// @param minor why the person does not sign themself; empty where they do
    /// @param relations as what somebody else may sign
    public record ConsentPage(
            String id,
            IdentityView identity,
            String minor,
            List<Option> relations,
            List<Purposed> purposes,
            List<String> problems) {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// One purpose.
    ///
    /// @param agreed who agreed when; empty where nobody did
    /// @param course identifier of the signed course that is shown; empty where it is about none
    /// @param courseSha256 hash of that course, or empty
    /// @param consent identifier of the consent that holds, or empty
    /// @param blocked why it cannot be signed now, or empty
    public record Purposed(
            String purpose,
            String words,
            UUID key,
            String title,
            List<String> paragraphs,
            List<String> plan,
            int version,
            String sha256,
            String course,
            String courseSha256,
            String agreed,
            String consent,
            String blocked,
            Sent sent) {}

    /// What stands in the form: nothing, or what was sent with what is wrong about it.
    ///
    /// @param signer `person` or `representative`
    /// @param relation as what somebody else signs, or empty
    /// @param wrong in which field something does not fit; empty where nothing was refused there
    /// @param why what was expected
    public record Sent(boolean agreed, String signer, String name, String relation, Optional<Wrong> wrong, String why) {

        /// Nothing yet.
        static Sent nothing(boolean minor) {
            return new Sent(false, minor ? "representative" : "person", "", "", Optional.empty(), "");
        }

        static Sent of(Form form, Wrong wrong, String why) {
            return new Sent(
                    form.text("agree").isPresent(),
                    form.text("signer").orElse(""),
                    form.text("signedName").orElse(""),
                    form.text("relation").orElse(""),
                    Optional.of(wrong),
                    why);
        }

        /// What is wrong with a field; empty where nothing is.
        public String about(Wrong field) {
            return wrong.filter(field::equals).isPresent() ? why : "";
        }
    }

    /// A field of the form.
    public enum Wrong {
        AGREE,
        SIGNER,
        NAME,
        RELATION
    }
}
