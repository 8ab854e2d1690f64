package org.stipple.clinic.adverse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.WorkingDays;
import org.stipple.quantities.Depth;

/// Something that a person suffered. What stood in the record when it was opened stays with it; how it is
/// judged is revised by appending.
///
/// @param treated the session after which it came; empty where it came after none
/// @param zones what had been done in that session
/// @param products what had touched the person in it
/// @param revisions in order, one at least; the last counts
/// @param fields what was filled in for a report, in order; the last of a field counts
/// @param goOns that treatment may go on, each for one revision
/// @param reviews each of one revision
public record AdverseEvent(
        UUID id,
        PatientId patient,
        Source source,
        Optional<Treated> treated,
        List<ZoneDone> zones,
        List<Product> products,
        Instant openedAt,
        String openedBy,
        AccountId openedAccount,
        List<Revision> revisions,
        List<Filled> fields,
        List<GoOn> goOns,
        List<Review> reviews) {

    /// The last day, counted from the session, on which a reaction that is expected may still be there. All
    /// transient effects were over within a week (Chu 2021, evidence.md 7.2), and what persists is an adverse
    /// event (evidence.md 7.3).
    public static final int EXPECTED_DAYS = 7;

    /// Working days in which a user facility reports (21 CFR 803.30, as `reliability.md` section 0 has it).
    public static final int WORKING_DAYS = 10;

    public AdverseEvent {
        zones = List.copyOf(zones);
        products = List.copyOf(products);
        revisions = List.copyOf(revisions);
        fields = List.copyOf(fields);
        goOns = List.copyOf(goOns);
        reviews = List.copyOf(reviews);
    }

    /// The session after which it came.
    ///
    /// @param by who began it, and as what
    public record Treated(UUID session, int number, Instant at, String by) {}

    /// What had been done to a zone.
    ///
    /// @param zone in words
    public record ZoneDone(String zone, Depth depth, String done) {}

    /// What kind of product it was.
    public enum Thing {
        DEVICE("device", "device"),
        CARTRIDGE("cartridge", "cartridge"),
        HANDPIECE("handpiece", "handpiece"),
        ANAESTHETIC("anaesthetic", "anaesthetic"),
        TOPICAL("topical", "topical while needling"),
        BESIDE("beside", "given beside the needle"),
        APPLIED("applied", "applied afterwards");

        private final String id;
        private final String words;

        Thing(String id, String words) {
            this.id = id;
            this.words = words;
        }

        String id() {
            return id;
        }

        /// As a person reads it.
        public String words() {
            return words;
        }

        /// Whether it is a device, or a part of one, rather than something on the skin.
        public boolean isDevice() {
            return this == DEVICE || this == CARTRIDGE || this == HANDPIECE;
        }

        static Optional<Thing> find(String id) {
            return java.util.Arrays.stream(values())
                    .filter(one -> one.id.equals(id))
                    .findFirst();
        }
    }

    /// Something that had touched the person.
    ///
    /// @param note how much of it and how long, where that is known
    public record Product(
            Thing thing,
            String name,
            Optional<String> lot,
            Optional<String> serial,
            Optional<String> gtin,
            Optional<LocalDate> expiry,
            Optional<String> note) {

        /// `cartridge: SkinPen Precision, lot LOT7, serial 0042, expires 30 Nov 2028`.
        public String words() {
            return thing.words() + ": " + name
                    + lot.map(code -> ", lot " + code).orElse("")
                    + serial.map(code -> ", serial " + code).orElse("")
                    + expiry.map(day -> ", expires " + org.stipple.clinic.web.Days.full(day))
                            .orElse("")
                    + note.map(more -> "; " + more).orElse("");
        }
    }

    /// How it is judged.
    ///
    /// @param onset empty where nobody knows
    /// @param grade empty while nobody graded it
    /// @param serious by what it is serious, none for not serious; empty while nobody said
    /// @param done what was done about it
    /// @param resolvedOn when it was over; there exactly where it is
    public record Said(
            Kinds.Kind kind,
            Optional<LocalDate> onset,
            String description,
            Optional<Grade> grade,
            Optional<Set<Serious>> serious,
            Optional<String> done,
            Outcome outcome,
            Optional<LocalDate> resolvedOn) {
        public Said {
            serious = serious.map(Set::copyOf);
        }
    }

    /// What somebody said of it at some time.
    ///
    /// @param number counts from 1
    /// @param reason why it takes the place of the one before; empty of the first
    /// @param knowledge the release by which its kind is called
    public record Revision(
            int number,
            Said said,
            Optional<String> reason,
            String knowledge,
            Instant at,
            String by,
            AccountId account) {}

    /// What was filled in for a report.
    ///
    /// @param applicable false where the words say why the field does not apply
    public record Filled(ReportField field, boolean applicable, String words, Instant at, String by) {}

    /// That treatment may go on, as the event stood in a revision.
    public record GoOn(int revision, String reason, String signer, Instant at) {}

    /// What somebody else found who looked at it, as it stood in a revision.
    public record Review(int revision, String note, String signer, Instant at) {}

    /// The revision that counts.
    public Revision newest() {
        return revisions.getLast();
    }

    /// As [#newest()], what it says.
    public Said said() {
        return newest().said();
    }

    /// The revisions in which another grade was given than before, in order.
    public List<Revision> gradings() {
        var gradings = new java.util.ArrayList<Revision>();
        Optional<Grade> before = Optional.empty();
        for (Revision revision : revisions) {
            if (!revision.said().grade().equals(before)) {
                gradings.add(revision);
            }
            before = revision.said().grade();
        }
        return List.copyOf(gradings);
    }

    /// Days from the session to the day on which it began.
    public Optional<Long> daysAfter(ZoneId clinic) {
        return treated.flatMap(session ->
                said().onset().map(onset -> ChronoUnit.DAYS.between(LocalDate.ofInstant(session.at(), clinic), onset)));
    }

    /// Whether it was to be expected: a reaction that the knowledge base expects, after a session, of a grade
    /// below severe and not serious, that is over within [#EXPECTED_DAYS] days or has not lasted longer yet.
    public Nature nature(LocalDate today, ZoneId clinic) {
        return whyAdverse(today, clinic).isEmpty() ? Nature.EXPECTED_RESPONSE : Nature.ADVERSE_EVENT;
    }

    /// Why it is more than was to be expected; empty where it is not.
    public Optional<String> whyAdverse(LocalDate today, ZoneId clinic) {
        Said said = said();
        if (!said.kind().isExpected()) {
            return Optional.of("It is not among the reactions that are expected of everybody.");
        }
        if (treated.isEmpty()) {
            return Optional.of("It stands beside no session after which it could be expected.");
        }
        if (said.grade().filter(Grade::isBeyondExpected).isPresent()) {
            return Optional.of("A reaction that is expected is not severe.");
        }
        if (said.serious().filter(by -> !by.isEmpty()).isPresent()) {
            return Optional.of("It is serious.");
        }
        LocalDate session = LocalDate.ofInstant(treated.get().at(), clinic);
        long days = ChronoUnit.DAYS.between(session, said.resolvedOn().orElse(today));
        return days > EXPECTED_DAYS
                ? Optional.of("A reaction that is expected is over within " + EXPECTED_DAYS
                        + " days; this one was there " + days + " days after the session.")
                : Optional.empty();
    }

    /// That treatment may go on, where that was signed for what counts now.
    public Optional<GoOn> goOn() {
        return goOns.stream().filter(one -> one.revision() == newest().number()).findFirst();
    }

    /// The review of what counts now.
    public Optional<Review> review() {
        return reviews.stream()
                .filter(one -> one.revision() == newest().number())
                .findFirst();
    }

    /// Whether it is neither over nor was it said that treatment may go on.
    public boolean stands() {
        return !said().outcome().isOver() && goOn().isEmpty();
    }

    /// Whether this person opened it, or wrote any of its revisions.
    public boolean isBy(Actor actor) {
        return openedAccount.equals(actor.account())
                || revisions.stream().anyMatch(one -> one.account().equals(actor.account()));
    }

    /// How it stands, in words: `adverse event, grade 2, open: it goes on; waits to be looked at`.
    public String state(LocalDate today, ZoneId clinic) {
        return nature(today, clinic).words()
                + said().grade().map(grade -> ", grade " + grade.number()).orElse(", not graded")
                + ", " + said().outcome().words()
                + goOn().map(goOn -> ", treatment may go on (" + goOn.signer() + ")")
                        .orElse("")
                + review().map(review -> "; looked at by " + review.signer()).orElse("; waits to be looked at");
    }

    /// The last day on which a report of it is in time: [#WORKING_DAYS] working days, Monday to Friday, after
    /// the day on which the clinic learned of it. No calendar of holidays is known, which makes it earlier,
    /// never later, than the law.
    public LocalDate reportBy(ZoneId clinic) {
        return WorkingDays.after(LocalDate.ofInstant(openedAt, clinic), WORKING_DAYS);
    }

    /// Whether it is serious by what was said.
    public boolean isSerious() {
        return said().serious().filter(by -> !by.isEmpty()).isPresent();
    }
}
