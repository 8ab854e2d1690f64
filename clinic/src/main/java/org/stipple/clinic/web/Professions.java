package org.stipple.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stipple.clinic.web.EntryViews.ProfessionChoice;
import org.stipple.protocol.Operator;

/// What somebody who signs in can be before the law.
final class Professions {

    private static final List<Operator> IN_A_CLINIC = Stream.of(Operator.values())
            .filter(operator -> operator != Operator.SELF)
            .toList();

    private Professions() {}

    static Optional<Operator> find(String id) {
        return Operator.find(id).filter(IN_A_CLINIC::contains);
    }

    static List<ProfessionChoice> choices(String chosen) {
        return IN_A_CLINIC.stream()
                .map(each ->
                        new ProfessionChoice(each.id(), each.id(), each.id().equals(chosen)))
                .toList();
    }
}
