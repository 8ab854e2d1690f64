package org.stipple.clinic.aftercare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.AftercareStep;

/// What this clinic tells people to do after a session: the knowledge base, or the clinic's own words where it
/// published some. A step that the clinic says otherwise is said otherwise in every language: whoever reads Spanish is
/// not told something else than whoever reads English.
@Component
public class AftercareSheets {

    private final AftercareSheetStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    AftercareSheets(AftercareSheetStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// What to do and what to leave in a step, as a person is told it.
    ///
    /// @param own whether these are the clinic's words
    public record Told(String todo, String avoid, boolean own) {}

    /// The newest version; empty where the clinic never said anything otherwise.
    @Transactional(readOnly = true)
    public Optional<AftercareSheet> newest() {
        return store.newest();
    }

    /// All versions, newest first.
    @Transactional(readOnly = true)
    public List<AftercareSheet> all() {
        return store.all();
    }

    /// A step in a language, as people are told it now.
    public static Told told(Optional<AftercareSheet> newest, AftercareStep step, Words words) {
        return newest.flatMap(sheet -> sheet.line(step.id(), words.tongue()))
                .map(line -> new Told(line.todo(), line.avoid(), true))
                .orElseGet(() -> {
                    var ours = KnowledgeWords.in(words);
                    return new Told(ours.todo(step), ours.avoid(step), false);
                });
    }

    /// Puts a new version in force.
    ///
    /// @param onTopOf version that was shown, 0 for none
    /// @param steps of the knowledge base, which alone can be said otherwise
    /// @param said every step in every language, as it is to be told; what is as the knowledge base says it is not
    ///   the clinic's own
    /// @return what is missing; empty when it is in force
    /// @throws ChangedMeanwhile when there is a newer version
    @Transactional
    public List<String> publish(
            int onTopOf, Collection<AftercareStep> steps, Collection<AftercareSheet.Line> said, String why) {
        var missing = new ArrayList<String>();
        var own = new ArrayList<AftercareSheet.Line>();
        for (AftercareStep step : steps) {
            List<AftercareSheet.Line> lines = said.stream()
                    .filter(line -> line.step().equals(step.id()))
                    .filter(line -> !isOurs(line, step))
                    .toList();
            own.addAll(lines);
            lines.stream()
                    .filter(line -> line.todo().isBlank())
                    .forEach(line -> missing.add("“What to do” of " + step.when() + " is empty in "
                            + line.tongue().own() + "."));
            if (!lines.isEmpty() && lines.size() < Tongue.values().length) {
                missing.add(step.when() + " is said otherwise in "
                        + lines.getFirst().tongue().own() + " alone. Say it in " + others(lines) + " too.");
            }
        }
        if (why.isBlank()) {
            missing.add("Nobody said why it is changed.");
        }
        int newest = store.newest().map(AftercareSheet::version).orElse(0);
        if (newest != onTopOf) {
            throw new ChangedMeanwhile("What people are told after a session");
        }
        if (!missing.isEmpty()) {
            return missing;
        }
        try {
            store.insert(
                    new AftercareSheet(
                            newest + 1,
                            why.strip(),
                            clock.now(),
                            Acting.current().name(),
                            own),
                    Acting.current().account());
        } catch (DuplicateKeyException newer) {
            throw new ChangedMeanwhile("What people are told after a session");
        }
        trail.note(Act.CHANGE, "what people are told after a session, version " + (newest + 1));
        return List.of();
    }

    private static boolean isOurs(AftercareSheet.Line line, AftercareStep step) {
        var ours = KnowledgeWords.in(Words.in(line.tongue()));
        return line.todo().strip().equals(ours.todo(step))
                && line.avoid().strip().equals(ours.avoid(step));
    }

    private static String others(List<AftercareSheet.Line> lines) {
        return Stream.of(Tongue.values())
                .filter(tongue -> lines.stream().noneMatch(line -> line.tongue() == tongue))
                .map(Tongue::own)
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
    }
}
