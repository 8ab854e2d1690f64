package org.stipple.clinic.planning.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.planning.web.DoseViews.Answer;
import org.stipple.protocol.ZoneTrial;

/// Answers that were drawn before, those asked for longest ago forgotten first: a picture of every puncture
/// takes longer than all else on a course's page. An answer is about a device, settings and skin, and about
/// nobody.
final class DrawnDoses {

    /// Design: an answer takes about 100 kB, so all of them some 20 MB.
    private static final int MOST = 200;

    private record Asked(ZoneTrial planned, ZoneTrial tried) {}

    private final Map<Asked, Answer> drawn = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > MOST;
        }
    });

    Optional<Answer> find(ZoneTrial planned, ZoneTrial tried) {
        return Optional.ofNullable(drawn.get(new Asked(planned, tried)));
    }

    void keep(ZoneTrial planned, ZoneTrial tried, Answer answer) {
        drawn.put(new Asked(planned, tried), answer);
    }
}
