package org.stipple.clinic.consent;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stipple.clinic.patient.Patient;

/// Who gave consent: the person, or somebody who may answer for them.
public sealed interface Signer {

    /// Completed years from which somebody signs for themselves. `design`: 18 is the age of majority nearly
    /// everywhere, and the age below which the knowledge base refuses; where the law of a place says
    /// otherwise the clinic sees to it, and a representative is never refused on account of age.
    int OF_AGE = Patient.OF_AGE;

    /// What people put before or after their names. `design`: the titles that are usual where a clinic works; one
    /// that is missing here lets a name pass as another's, so that more of them are better than fewer.
    Set<String> TITLES = Set.of(
            "DR",
            "DRS",
            "DOCTOR",
            "DOKTOR",
            "PROF",
            "PROFESSOR",
            "MED",
            "MD",
            "PHD",
            "MBBS",
            "FAAD",
            "MR",
            "MISTER",
            "MRS",
            "MS",
            "MISS",
            "MX",
            "SIR",
            "MADAM",
            "NURSE",
            "SISTER",
            "MATRON",
            "RN",
            "LPN",
            "DNP",
            "HERR",
            "FRAU",
            "SCHWESTER",
            "MME",
            "MLLE",
            "SRA",
            "DRA",
            "PA",
            "NP",
            "FNP",
            "APRN",
            "BSN",
            "MSN",
            "DDS",
            "DMD",
            "MBCHB",
            "FRCP",
            "FRCS",
            "FACS",
            "DIPL",
            "HABIL",
            "HC",
            "DENT",
            "PRIV",
            "DOZ",
            "PD");

    /// The name as it was typed.
    String name();

    /// The person themself.
    record ThePerson(String name) implements Signer {}

    /// Somebody who may answer for the person.
    record Representative(String name, Relation relation) implements Signer {}

    /// From before it was asked who signs.
    record NotAsked(String name) implements Signer {}

    /// As what somebody answers for another.
    enum Relation {
        PARENT("parent", "parent"),
        GUARDIAN("guardian", "guardian"),
        REPRESENTATIVE("representative", "representative with authority in writing");

        private final String id;
        private final String words;

        Relation(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /// The word in the database and in forms.
        public String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// @return empty when nothing has this word
        public static Optional<Relation> find(String id) {
            return Arrays.stream(values())
                    .filter(relation -> relation.id.equals(id))
                    .findFirst();
        }
    }

    /// Where in the form something does not fit.
    enum Place {
        SIGNER,
        NAME,
        RELATION
    }

    /// Why a signature is not taken. Nothing was signed.
    final class Unfit extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Place place;

        Unfit(Place place, String why) {
            super(why);
            this.place = place;
        }

        /// Which field it is about.
        public Place place() {
            return place;
        }
    }

    /// Whether somebody is a minor on a day.
    static boolean isMinor(Patient person, LocalDate day) {
        return person.ageOn(day) < OF_AGE;
    }

    /// Whether the signature counts for the person as old as they are on a day: a minor's own never does, and a
    /// parent's ends when the child comes of age.
    default boolean countsFor(Patient person, LocalDate day) {
        boolean minor = isMinor(person, day);
        return switch (this) {
            case ThePerson _, NotAsked _ -> !minor;
            case Representative(var _, var relation) -> minor || relation != Relation.PARENT;
        };
    }

    /// @param witness who of the clinic takes the signature
    /// @param staff the names of everybody who signs in to the clinic, none of whom answers for who is treated
    ///   there
    /// @throws Unfit with what was expected
    default void requireFit(Patient person, LocalDate day, String witness, Collection<String> staff) {
        switch (this) {
            case ThePerson(var name) -> {
                if (isMinor(person, day)) {
                    throw new Unfit(
                            Place.SIGNER,
                            person.name() + " is " + person.ageOn(day)
                                    + " years old: a parent, a guardian or a representative signs");
                }
                if (!sameName(name, person.name())) {
                    throw new Unfit(
                            Place.NAME,
                            "was “" + name + "”, expected the person's own name, " + person.name()
                                    + ". Where the record has the name wrong, correct it under Details first");
                }
                if (sameBearer(name, witness)) {
                    throw new Unfit(
                            Place.NAME,
                            "was your own name too: nobody takes their own consent, expected somebody else to take it");
                }
            }
            case Representative(var name, var relation) -> {
                if (relation == Relation.PARENT && !isMinor(person, day)) {
                    throw new Unfit(
                            Place.RELATION,
                            person.name() + " is of age: a parent signs only as guardian or with authority in writing");
                }
                if (!isFullName(name)) {
                    throw new Unfit(
                            Place.NAME, "was “" + name + "”, expected the given and family name of who represents");
                }
                if (sameBearer(name, person.name())) {
                    throw new Unfit(
                            Place.NAME,
                            "was the person's own name, expected that of the " + relation.words() + " who signs");
                }
                if (sameBearer(name, witness)) {
                    throw new Unfit(Place.NAME, "was your own name, expected somebody else than who takes the consent");
                }
                staff.stream()
                        .filter(member -> sameBearer(name, member))
                        .findFirst()
                        .ifPresent(member -> {
                            throw new Unfit(
                                    Place.NAME,
                                    "was that of " + member
                                            + ", who works in this clinic: nobody of the staff signs for who is "
                                            + "treated here, expected somebody else. A member of staff who really is the "
                                            + relation.words() + " needs another witness than this clinic");
                        });
            }
            case NotAsked _ -> throw new Unfit(Place.SIGNER, "nobody said who signs");
        }
    }

    /// Whether two names are the same apart from case, accents, signs between words and their order: people write
    /// their family name first or last, and keyboards lack letters.
    static boolean sameName(String one, String other) {
        return !words(one).isEmpty() && words(one).equals(words(other));
    }

    /// Whether two names are of the same person as far as names tell: as [#sameName], whatever titles and single
    /// initials stand with them.
    static boolean sameBearer(String one, String other) {
        return !borne(one).isEmpty() && borne(one).equals(borne(other));
    }

    /// What is left of a name without titles, and without initials where two words are left without them.
    private static List<String> borne(String name) {
        List<String> untitled =
                words(name).stream().filter(word -> !TITLES.contains(word)).toList();
        List<String> spelled =
                untitled.stream().filter(word -> word.length() > 1).toList();
        return spelled.size() >= 2 ? spelled : untitled;
    }

    /// Two words and three letters at least, such as a given and a family name: what a register would take.
    private static boolean isFullName(String name) {
        // A title before the name is none of it; behind, it may be a family name.
        List<String> words = inOrder(name).stream().dropWhile(TITLES::contains).toList();
        return words.size() >= 2 && words.stream().mapToInt(String::length).sum() >= 3;
    }

    /// In order of the alphabet, without what a keyboard may lack.
    private static List<String> words(String name) {
        return inOrder(name).stream().sorted().toList();
    }

    private static List<String> inOrder(String name) {
        // To upper case first: it takes ß to SS. The letters that Unicode does not take apart are named.
        String plain = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("Ø", "O")
                .replace("Ł", "L")
                .replace("Đ", "D")
                .replace("Æ", "AE")
                .replace("Œ", "OE")
                .replaceAll("['’ʼ`]", "");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
