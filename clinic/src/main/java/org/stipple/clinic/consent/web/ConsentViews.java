package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.clinic.web.words.Words;

/// What the pages of consent show.
public final class ConsentViews {

    private ConsentViews() {}

    /// All purposes with what is agreed to, on the clinic's device.
    ///
    /// @param words in the language that is read and signed
    /// @param otherTongues other languages that the page can be read in
    /// @param minor why the person does not sign themself; empty where they do
    /// @param relations as what somebody else may sign
    /// @param done what was done just now, or empty
    public record ConsentPage(
            String id,
            IdentityView identity,
            Words words,
            List<Option> otherTongues,
            String minor,
            List<Option> relations,
            List<Purposed> purposes,
            List<SignedLine> signed,
            List<QuestionLine> questions,
            Register register,
            UUID linkKey,
            String done,
            List<String> problems) {}

    /// Something to choose.
    public record Option(String value, String words) {}

    /// One purpose.
    ///
    /// @param language of the text that is shown: `es`
    /// @param plan what stands beside the text for this person alone
    /// @param particulars the hash of that
    /// @param course identifier of the signed course that is shown; empty where it is about none
    /// @param courseSha256 hash of that course, or empty
    /// @param agreed what is in force; empty where nothing is
    /// @param earlier what nobody withdrew and is not in force any more, as its text or course was changed;
    ///   empty where something is in force
    /// @param withdrawKey of the form that takes back whatever holds
    /// @param blocked why it cannot be signed now, or empty
    /// @param note what is to be known beside it, or empty
    public record Purposed(
            String purpose,
            String words,
            UUID key,
            String title,
            List<String> paragraphs,
            List<String> plan,
            int version,
            String sha256,
            String language,
            String particulars,
            String course,
            String courseSha256,
            Optional<Agreed> agreed,
            Optional<Agreed> earlier,
            UUID withdrawKey,
            String blocked,
            String note,
            Sent sent) {

        /// What can be withdrawn; empty where nothing holds.
        public Optional<Agreed> holding() {
            return agreed.or(() -> earlier);
        }
    }

    /// What was agreed to and holds.
    ///
    /// @param path of the drawn signature, or empty
    /// @param pdf where the paper is
    /// @param toConfirm whether somebody of the clinic is still to make sure of it
    public record Agreed(String words, String consent, String path, String pdf, boolean toConfirm) {}

    /// Something that was signed, whether it holds or not.
    public record SignedLine(String words, String state, String pdf) {}

    /// A question with its answer.
    ///
    /// @param answer empty while there is none
    public record QuestionLine(String id, String asked, String words, String answer, UUID key) {}

    /// Where photos went.
    ///
    /// @param purposes those for which something may go out now
    public record Register(UUID key, List<Option> purposes, String today, List<UseLine> uses, List<Option> outcomes) {}

    /// Something that went out.
    ///
    /// @param toEnd whether it is to be taken back
    /// @param end what came of that, or empty
    public record UseLine(String id, String words, boolean toEnd, String end, UUID key) {}

    /// What stands in the form: nothing, or what was sent with what is wrong about it.
    ///
    /// @param signer `person` or `representative`
    /// @param relation as what somebody else signs, or empty
    /// @param strokes what was drawn, or empty
    /// @param wrong in which field something does not fit; empty where nothing was refused there
    /// @param why what was expected
    public record Sent(
            boolean agreed,
            String signer,
            String name,
            String relation,
            String strokes,
            Optional<Wrong> wrong,
            String why) {

        /// Nothing yet.
        static Sent nothing(boolean minor) {
            return new Sent(false, minor ? "representative" : "person", "", "", "", Optional.empty(), "");
        }

        static Sent of(Form form, Wrong wrong, String why) {
            return new Sent(
                    form.text("agree").isPresent(),
                    form.text("signer").orElse(""),
                    form.text("signedName").orElse(""),
                    form.text("relation").orElse(""),
                    wrong == Wrong.DRAWING ? "" : form.text("strokes").orElse(""),
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
        RELATION,
        DRAWING
    }

    /// A link for the person, as a code to be photographed.
    ///
    /// @param code empty where there is no open link
    public record CodePage(String id, String name, Optional<Code> code, UUID key, UUID endKey) {}

    /// @param address that stands in the code
    /// @param side how many modules a side has
    /// @param path of an SVG in which a module is one unit
    public record Code(String address, int side, String path, String until) {}

    /// The clinic's own texts.
    public record TextsPage(List<TextForm> forms, String done, List<String> problems) {}

    /// The text of one purpose, to be changed.
    ///
    /// @param told which version is in force since when, by whom
    /// @param offered whether Stipple ships another text, which the form can be filled with
    public record TextForm(
            String purpose,
            String words,
            UUID key,
            int version,
            String told,
            String title,
            String body,
            String titleEs,
            String bodyEs,
            boolean offered,
            boolean open,
            List<EditionView> editions) {}

    /// A version, and what it changed.
    public record EditionView(String told, List<ChangeView> changes) {}

    /// @param language of the text in which it changed
    /// @param added else it was taken out
    public record ChangeView(String language, boolean added, String words) {}

    /// What somebody reads who follows their link.
    ///
    /// @param base the address of the link
    /// @param asked the purpose that is read; empty for the list of them
    /// @param notice what was done just now, or empty
    /// @param mayAgree else somebody else signs, in the clinic
    public record OwnPage(
            String base,
            String hello,
            String sub,
            boolean mayAgree,
            String recordName,
            List<Asked> list,
            Optional<Purposed> asked,
            List<QuestionLine> questions,
            UUID questionKey,
            String typedQuestion,
            String notice,
            List<String> problems) {}

    /// A purpose in the list.
    public record Asked(String href, String words, String state, boolean agreed) {}
}
