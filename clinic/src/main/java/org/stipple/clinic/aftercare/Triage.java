package org.stipple.clinic.aftercare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// Which answers of a diary are signs that somebody has to answer. Whom they are laid before and how soon is
/// the knowledge base's (red-flags.yaml); which answer names which sign is said here, by `design`: no source
/// gives such a table for needling. It errs towards asking somebody: an answer is a sign also when it comes
/// later than the sign's window, and what the person does not know is a sign of its own. It never says that
/// something is no sign.
public final class Triage {

    private static final int DAY_HOURS = 24;

    /// With what an infection may begin.
    private static final Map<DiaryQuestion, String> BEGINNING = Map.of(
            DiaryQuestion.REDNESS, "more",
            DiaryQuestion.SWELLING, "much",
            DiaryQuestion.WEEPING, "clear");

    private final Knowledge knowledge;

    public Triage(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// What an answer is a sign of.
    ///
    /// @param hours since the session began
    public List<Sign> of(DiaryQuestion question, String answer, long hours) {
        if (answer.equals(DiaryQuestion.UNKNOWN)) {
            return List.of(unlisted(Sign.NOT_KNOWN, RedFlag.Call.CLINICIAN));
        }
        return switch (question) {
            case PAIN ->
                answer.equals("much") || answer.equals("worse")
                        ? List.of(unlisted(Sign.STRONG_PAIN, RedFlag.Call.CLINICIAN_TODAY))
                        : List.of();
            case REDNESS -> redness(answer, hours);
            case SWELLING -> swelling(answer, hours);
            case WEEPING -> weeping(answer, hours);
            case FEVER -> answer.equals("yes") ? List.of(flag("infection")) : List.of();
            case OTHER -> other(answer);
        };
    }

    private List<Sign> redness(String answer, long hours) {
        if (answer.equals("more") && hours >= listed("infection").fromHours()) {
            return List.of(flag("infection"));
        }
        return answer.equals("none") ? List.of() : lasting(hours);
    }

    private List<Sign> swelling(String answer, long hours) {
        if (answer.equals("face")) {
            return List.of(flag("anaphylaxis"));
        }
        if (answer.equals("none")) {
            return List.of();
        }
        return answer.equals("much") ? muchSwelling(hours) : lasting(hours);
    }

    /// Within the hours in which the knowledge base calls a swollen face an emergency it is one: what is
    /// treated is a face more often than not, and from home nobody sees. `design`.
    private List<Sign> muchSwelling(long hours) {
        if (hours <= listed("anaphylaxis").toHours()) {
            return List.of(flag("anaphylaxis"));
        }
        if (hours < DAY_HOURS) {
            return List.of(unlisted(Sign.SWOLLEN_FAST, RedFlag.Call.CLINICIAN_TODAY));
        }
        return hours > swellingEndsHours()
                ? List.of(unlisted(Sign.SWOLLEN_STILL, RedFlag.Call.CLINICIAN_TODAY))
                : lasting(hours);
    }

    /// What an answer is a sign of together with the others of the same entry. On the day of the session each
    /// of spreading redness, much swelling and clear fluid may be what is expected; two of them at once are not
    /// waited with until the hour at which the window of an infection begins. `design`: the knowledge base is
    /// silent about them together.
    ///
    /// @param standing the entry as it stands, with this answer
    public List<Sign> together(DiaryQuestion question, Map<DiaryQuestion, DiaryEntry.Given> standing, long hours) {
        if (hours >= listed("infection").fromHours() || !BEGINNING.containsKey(question)) {
            return List.of();
        }
        List<DiaryQuestion> shown = BEGINNING.keySet().stream()
                .filter(one -> Optional.ofNullable(standing.get(one))
                        .filter(given -> given.answer().equals(BEGINNING.get(one)))
                        .isPresent())
                .toList();
        return shown.contains(question) && shown.size() >= 2 ? List.of(flag("infection")) : List.of();
    }

    /// What somebody wrote beside an answer, or instead of one.
    List<Sign> ofWords(String words) {
        return words.isEmpty() ? List.of() : List.of(ownWords());
    }

    private Sign ownWords() {
        return unlisted(Sign.OWN_WORDS, RedFlag.Call.CLINICIAN_TODAY);
    }

    /// Until when swelling is expected: the end of its last day.
    private long swellingEndsHours() {
        return knowledge.healing().stream()
                .filter(one -> one.id().equals("redness"))
                .mapToLong(one -> (one.toDay() + 1L) * DAY_HOURS)
                .max()
                .orElse(0);
    }

    private List<Sign> lasting(long hours) {
        return hours >= listed("lasting-redness").fromHours() ? List.of(flag("lasting-redness")) : List.of();
    }

    private List<Sign> weeping(String answer, long hours) {
        return switch (answer) {
            case "pus" -> List.of(flag("infection"));
            case "blood" -> List.of(flag("bleeding"));
            // Clear fluid on the day itself is what channels give that are still open.
            case "clear" -> hours >= DAY_HOURS ? List.of(flag("infection")) : List.of();
            case String _ -> List.of();
        };
    }

    private List<Sign> other(String answer) {
        if (answer.startsWith(DiaryQuestion.SIGN)) {
            return find(answer.substring(DiaryQuestion.SIGN.length())).map(Sign::of).stream()
                    .toList();
        }
        return answer.equals("words") ? List.of(ownWords()) : List.of();
    }

    /// The signs of the knowledge base that are offered by name, the gravest first: what cannot wait at every
    /// hour of every day, because a window says when a sign is likely and not when it is harmless (`design`);
    /// of the others all that can still show.
    public List<RedFlag> offered(long hours) {
        return knowledge.redFlags().stream()
                .filter(flag -> flag.call() != RedFlag.Call.CLINICIAN || hours <= flag.toHours())
                .sorted(Comparator.comparing(RedFlag::call))
                .toList();
    }

    /// A sign of the knowledge base.
    public Optional<RedFlag> find(String id) {
        return knowledge.redFlags().stream()
                .filter(flag -> flag.id().equals(id))
                .findFirst();
    }

    private Sign flag(String id) {
        return Sign.of(listed(id));
    }

    private RedFlag listed(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the knowledge base has no sign " + id));
    }

    /// A sign that the knowledge base does not list is answered as soon as the most urgent one with the same
    /// call.
    private Sign unlisted(String id, RedFlag.Call call) {
        int minutes = knowledge.redFlags().stream()
                .filter(flag -> flag.call() == call)
                .mapToInt(RedFlag::answerWithinMinutes)
                .min()
                .orElse(0);
        return new Sign(id, call, minutes);
    }
}
