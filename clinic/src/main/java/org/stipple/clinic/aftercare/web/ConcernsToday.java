package org.stipple.clinic.aftercare.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.TodayList;
import org.stipple.protocol.RedFlag;

/// What people reported after a session stands above everything else of the day.
@Component
class ConcernsToday implements TodayList {

    private static final int ORDER = 1;

    private final Concerns concerns;
    private final DiaryWords words;

    ConcernsToday(Concerns concerns, DiaryWords words) {
        this.concerns = concerns;
        this.words = words;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "Concerns after a session";
    }

    @Override
    public boolean isFor(Actor actor) {
        return Concerns.answers(actor);
    }

    @Override
    public List<Line> lines() {
        return concerns.openByPerson(LONGEST + 1, 1).stream().map(this::line).toList();
    }

    private Line line(Concerns.OfPerson of) {
        Concern concern = of.gravest().getFirst();
        return new Line(
                of.person().name(),
                words.sign(concern.sign())
                        + (of.all() > 1 ? " and " + (of.all() - 1) + " more" : "")
                        + (concern.isTaken()
                                ? ", taken on by " + concern.taken().getLast().by()
                                : ", nobody has taken it on"),
                "answer by " + Days.moment(concern.answerBy(), Acting.current().zone()),
                ConcernPages.href(concern),
                concern.sign().call() != RedFlag.Call.CLINICIAN);
    }
}
