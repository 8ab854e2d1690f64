package org.stipple.clinic.meaning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.aftercare.AboutAnswers;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;

/// Says it on a person's own page, where their clinic has turned it on.
@Component
class SaysWhatAnswersMean implements AboutAnswers {

    private final SymptomWording wording;
    private final Meaning meaning;

    SaysWhatAnswersMean(SymptomWording wording, Knowledge knowledge) {
        this.wording = wording;
        this.meaning = new Meaning(knowledge);
    }

    @Override
    public Optional<Told> about(DiaryEntry entry, Session session, List<Concern> raised, Words words) {
        if (!wording.isOn()) {
            return Optional.empty();
        }
        var signs = raised.stream().map(concern -> concern.sign().id()).collect(Collectors.toSet());
        return Optional.of(new Told(
                words.of("meaning.title"),
                meaning.of(entry, session.startedAt(), Acting.current().zone(), signs).stream()
                        .map(line -> meaning.sentence(line, words))
                        .toList(),
                words.of("meaning.silence"),
                words.of("meaning.purpose")));
    }
}
