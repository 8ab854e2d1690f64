package org.stipple.clinic.aftercare.web;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.adverse.ToldAtHome;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.web.Days;

/// An entry of the diary as a description of an adverse event begins.
@Component
class DiaryForAdverse implements ToldAtHome {

    private final Diary diary;
    private final DiaryWords words;

    DiaryForAdverse(Diary diary, DiaryWords words) {
        this.diary = diary;
        this.words = words;
    }

    @Override
    public Optional<String> words(PatientId patient, UUID entry) {
        return diary.find(patient, entry).map(this::words);
    }

    private String words(DiaryEntry entry) {
        return "Told in the diary on "
                + Days.moment(entry.begunAt(), Acting.current().zone()) + ". "
                + words.answers(entry).stream()
                        .map(one -> one.question() + " " + ended(one.answer()))
                        .collect(Collectors.joining(" "));
    }

    private static String ended(String answer) {
        return answer.matches("(?s).*[.!?]”?") ? answer : answer + ".";
    }
}
