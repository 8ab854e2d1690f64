package org.stipple.clinic.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.CourseRecord.Plan;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.IdentityView;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// Says who somebody is on the pages on which something is done to them.
@Component
public class Identities {

    /// Answers that are shown beside the name, with what a person is allergic to. Allergy to a product is
    /// asked of no one yet, so it cannot stand here.
    private static final Map<String, String> ALLERGENS = allergens();

    private final Intakes intakes;
    private final Courses courses;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    Identities(Intakes intakes, Courses courses, Knowledge knowledge, ClinicClock clock) {
        this.intakes = intakes;
        this.courses = courses;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    private static Map<String, String> allergens() {
        var words = new LinkedHashMap<String, String>();
        words.put("metal-allergy", "metals such as nickel or steel");
        words.put("anaesthetic-allergy", "numbing creams or injections");
        words.put("anaesthetic-enzyme-or-paba-risk", "PABA or sulphonamides, or a cholinesterase deficiency");
        return words;
    }

    /// With the signed course that is in force, if there is one.
    @Transactional
    public IdentityView of(Patient person) {
        return view(person, courses.inForce(person.id()).map(CourseRecord::plan));
    }

    /// With a course.
    @Transactional
    public IdentityView of(Patient person, Plan plan) {
        return view(person, Optional.of(plan));
    }

    /// Without what is planned, for pages that tell it themselves.
    @Transactional
    public IdentityView alone(Patient person) {
        return view(person, Optional.empty());
    }

    private IdentityView view(Patient person, Optional<Plan> plan) {
        Optional<Field> facts = intakes.latest(person.id())
                .filter(answers -> answers.request() instanceof Document.Mapping)
                .flatMap(answers -> Field.root(answers.request()).optional("facts"));
        List<String> known = allergens(facts, Boolean.TRUE);
        return new IdentityView(
                person.name(),
                "/people/" + person.id(),
                Days.full(person.details().birthDate()) + ", " + person.ageOn(clock.today()) + " years",
                person.details().sex().id(),
                words(known, facts),
                !known.isEmpty(),
                plan.map(Identities::zones).orElse(List.of()),
                plan.map(one -> knowledge.device(one.device()).map(Device::name).orElse(one.device()))
                        .orElse(""));
    }

    private static String words(List<String> known, Optional<Field> facts) {
        var unasked = new ArrayList<>(ALLERGENS.values());
        unasked.removeAll(allergens(facts, Boolean.TRUE));
        unasked.removeAll(allergens(facts, Boolean.FALSE));
        if (unasked.size() == ALLERGENS.size()) {
            return "not asked";
        }
        String said = known.isEmpty() ? "" : String.join("; ", known);
        if (unasked.isEmpty()) {
            return known.isEmpty() ? "none of those asked about" : said;
        }
        return (said.isEmpty() ? "" : said + ". ") + "Not answered: " + String.join("; ", unasked);
    }

    private static List<String> allergens(Optional<Field> facts, Boolean answer) {
        return ALLERGENS.entrySet().stream()
                .filter(one -> facts.flatMap(all -> all.optional(one.getKey()))
                        .filter(fact -> fact.document() instanceof Document.Flag(boolean says) && answer.equals(says))
                        .isPresent())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> zones(Plan plan) {
        return plan.course().planned().stream()
                .map(zone -> zone.id().words() + " " + zone.depth().chosen())
                .toList();
    }
}
