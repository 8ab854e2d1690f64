package org.stipple.clinic.adverse;

import java.util.Arrays;
import java.util.Optional;
import org.stipple.clinic.web.Sentence;

/// What a report of an event holds: the fields of 21 CFR 803.32, block by block, as `reliability.md` section 0
/// lists them.
public enum ReportField {
    PERSON("person", Block.A, "an identifier of the person", false),
    AGE("age", Block.A, "the age", false),
    SEX("sex", Block.A, "the sex", false),
    WEIGHT("weight", Block.A, "the weight", true),
    PROBLEM("problem", Block.B, "what kind of event it is", false),
    OUTCOMES("outcomes", Block.B, "whether it is serious, and by what", false),
    ONSET("onset", Block.B, "the day on which it began", false),
    REPORTED("reported", Block.B, "the day of this report", false),
    DESCRIPTION("description", Block.B, "what happened, in words", false),
    TESTS("tests", Block.B, "tests and laboratory data, with their days", true),
    HISTORY("history", Block.B, "what else of the person’s history matters", true),
    BRAND("brand", Block.D, "the brand of the device", true),
    COMMON_NAME("common-name", Block.D, "the product code and the common name of the device", true),
    MANUFACTURER("manufacturer", Block.D, "the manufacturer with city and state", true),
    NUMBERS("numbers", Block.D, "model, catalogue, serial or lot number", true),
    EXPIRY("expiry", Block.D, "the expiry date", true),
    UDI("udi", Block.D, "the unique device identifier", true),
    OPERATOR("operator", Block.D, "who operated the device", true),
    REPROCESSED("reprocessed", Block.D, "whether a single-use device was reprocessed and used again", true),
    CONCOMITANT("concomitant", Block.D, "other products that were used with it", true),
    REPORTER("reporter", Block.E, "who reported first", false),
    FACILITY("facility", Block.F, "the user facility", true);

    /// A block of the form.
    public enum Block {
        A("The person"),
        B("The event"),
        D("The device"),
        E("Who reported"),
        F("The place");

        private final String words;

        Block(String words) {
            this.words = words;
        }

        /// As a heading.
        public String words() {
            return words;
        }
    }

    private final String id;
    private final Block block;
    private final String words;
    private final boolean byHand;

    ReportField(String id, Block block, String words, boolean byHand) {
        this.id = id;
        this.block = block;
        this.words = words;
        this.byHand = byHand;
    }

    /// The word in the database and in forms.
    public String id() {
        return id;
    }

    public Block block() {
        return block;
    }

    /// Within a sentence: `the weight`.
    public String words() {
        return words;
    }

    /// As a label: `The weight`.
    public String label() {
        return Sentence.beginning(words);
    }

    /// Whether somebody may write it, or say that it does not apply. The others are told by the event itself.
    public boolean isByHand() {
        return byHand;
    }

    /// @return empty when none has this word
    public static Optional<ReportField> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
