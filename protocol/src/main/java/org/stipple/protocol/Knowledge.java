package org.stipple.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// A release of the knowledge base, and the two questions asked of it.
///
/// `Knowledge.builtIn().screen(facts, on)` answers *may we*, and `plan` answers *how*. The same facts, day
/// and release give the same answer. An instance is immutable and may be shared by threads; loading takes a
/// tenth of a second, so keep it.
public final class Knowledge {

    private final Contents contents;
    private final Optional<Knowledge> base;
    private final Optional<LocalDate> since;
    private final Screener screener;

    /// @param since before this day nothing is answered, because what was loosened did not hold yet
    private Knowledge(Contents contents, Optional<Knowledge> base, Optional<LocalDate> since) {
        this.contents = contents;
        this.base = base;
        this.since = since;
        this.screener = new Screener(contents);
    }

    /// The release that comes with this program.
    public static Knowledge builtIn() {
        return load(Knowledge::resource);
    }

    /// A release from elsewhere.
    ///
    /// @param textOf the text of a file by its name, `index.yaml` first
    /// @throws org.stipple.protocol.document.UnusableInput with file and path of what does not fit
    public static Knowledge load(Function<String, String> textOf) {
        return read(textOf, KnowledgeYaml::read);
    }

    /// As [#load], with a reader of one's own choice.
    static Knowledge read(Function<String, String> textOf, Function<String, Document> documentOf) {
        return new Knowledge(KnowledgeReader.read(textOf, documentOf), Optional.empty(), Optional.empty());
    }

    /// This with what a clinic changes: it may tighten; to loosen needs a clinician's name, a reason and a
    /// date, and everything affected says so. The page `docs/data/overlay.md` describes the file. Version and
    /// hash of the release become those of both.
    ///
    /// @param text of the clinic's file
    /// @param on the day of the question, or of the first of them: nothing may have been loosened later
    /// @throws org.stipple.protocol.document.UnusableInput with the path of what does not fit, is looser
    ///   without a name, or cannot be loosened at all
    public Knowledge withOverlay(String text, LocalDate on) {
        if (base.isPresent()) {
            throw new IllegalStateException("a clinic has one overlay, and this knowledge has one already");
        }
        var overlaid = Overlay.over(contents, text, on);
        return new Knowledge(overlaid.contents(), Optional.of(this), overlaid.since());
    }

    /// A refusal that is set aside in one case.
    ///
    /// @param rule that refuses
    /// @param by who set it aside
    /// @param on when
    public record SetAside(String rule, String by, String reason, LocalDate on) {}

    /// This for one case in which refusals are set aside: their rules ask for signatures instead, and say who
    /// set them aside and why. It is of one case and no overlay, so it is bound by what each rule allows for
    /// one case ([Overridable]) and not by what no overlay may loosen.
    ///
    /// @throws IllegalArgumentException for a rule that does not exist or that nobody may set aside
    public Knowledge settingAside(List<SetAside> refusals) {
        var rules = new ArrayList<>(contents.rules());
        var words = new StringBuilder(release().hash());
        for (var one : refusals) {
            int i = 0;
            while (i < rules.size() && !rules.get(i).id().equals(one.rule())) {
                i++;
            }
            if (i == rules.size() || rules.get(i).overridable() == Overridable.NEVER) {
                throw new IllegalArgumentException("nobody may set aside " + one.rule());
            }
            String said = " Set aside by " + one.by() + " on " + one.on() + ": " + one.reason();
            rules.set(i, rules.get(i).setAside(said));
            words.append('\n').append(one.rule()).append(said);
        }
        var made = new Release(
                release().version() + "+set-aside",
                KnowledgeReader.hash(words.toString().getBytes(StandardCharsets.UTF_8)));
        return new Knowledge(contents.with(made, rules), base, since);
    }

    /// The text of a file of the built-in knowledge.
    static String resource(String name) {
        try (InputStream file = Knowledge.class.getResourceAsStream("knowledge/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the built-in knowledge has no file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the built-in knowledge cannot be read: " + name, broken);
        }
    }

    /// Its version and the digest of its files.
    public Release release() {
        return contents.release();
    }

    /// May we?
    ///
    /// @param on the day of the question, a local calendar day of the clinic
    /// @throws org.stipple.protocol.document.UnusableInput where the device or the anaesthetic is not in the
    ///   knowledge
    public Screening screen(PatientFacts facts, LocalDate on) {
        requireNotBefore(on);
        return screenOnAnyDay(facts, on);
    }

    private void requireNotBefore(LocalDate on) {
        if (since.isPresent() && on.isBefore(since.get())) {
            throw new org.stipple.protocol.document.UnusableInput(
                    "overlay",
                    "loosened on " + since.get(),
                    "loosened on " + on + " or before, the day of the question");
        }
    }

    /// As [#screen], for the examples of the rules, whose day is long past.
    Screening screenOnAnyDay(PatientFacts facts, LocalDate on) {
        return screener.screening(new Case(contents, facts, on));
    }

    /// How? The screening in the answer judges the depths that are planned too, so it can hold a caution more
    /// than [#screen].
    ///
    /// @param on the day of the question, a local calendar day of the clinic
    /// @throws org.stipple.protocol.document.UnusableInput where the device or the anaesthetic is not in the
    ///   knowledge
    public Course plan(PatientFacts facts, LocalDate on) {
        return plan(facts, on, new SimulatedDose());
    }

    /// As [#plan(PatientFacts, LocalDate)], figure for figure, without simulating again what was simulated for
    /// another plan.
    ///
    /// @param doses may be shared by plans and threads
    /// @throws org.stipple.protocol.document.UnusableInput as the other
    public Course plan(PatientFacts facts, LocalDate on, DoseMemory doses) {
        return plan(facts, on, new SimulatedDose(doses));
    }

    private Course plan(PatientFacts facts, LocalDate on, ZoneDose dose) {
        requireNotBefore(on);
        var patient = new Case(contents, facts, on, true);
        return new Planner(patient, screener.screening(patient), dose).course();
    }

    /// Where people are told two things about such a case: what a plan shows, without the plan.
    ///
    /// @param on the day of the question, a local calendar day of the clinic
    /// @throws org.stipple.protocol.document.UnusableInput where the device or the anaesthetic is not in the
    ///   knowledge
    public List<Disagreement> disagreements(PatientFacts facts, LocalDate on) {
        requireNotBefore(on);
        return Planner.disagreements(new Case(contents, facts, on));
    }

    /// As [#plan(PatientFacts, LocalDate)] without the dose, for tests of the rest.
    Course planWithoutDose(PatientFacts facts, LocalDate on) {
        var patient = new Case(contents, facts, on, true);
        return new Planner(patient, screener.screening(patient), ZoneDose.NOT_COMPUTED).course();
    }

    /// What an intake form asks, in the order in which it asks.
    public List<Question> questions() {
        return Arrays.stream(Fact.values()).map(contents::question).toList();
    }

    /// The devices.
    public Collection<Device> devices() {
        return List.copyOf(contents.devices().values());
    }

    /// @return empty when it is not in the knowledge; radio-frequency never is
    public Optional<Device> device(String id) {
        return Optional.ofNullable(contents.devices().get(id));
    }

    /// The topical anaesthetics whose limits are known: identifier and name, in the order of the file.
    public Map<String, String> anaesthetics() {
        var names = new java.util.LinkedHashMap<String, String>();
        contents.anaesthetics().forEach((id, anaesthetic) -> names.put(id, anaesthetic.name()));
        return java.util.Collections.unmodifiableMap(names);
    }

    /// What the labels say to a topical anaesthetic that is put on: the limits by which a plan is judged, for
    /// whoever puts it on.
    ///
    /// @param use with grams and area
    /// @throws org.stipple.protocol.document.UnusableInput where the anaesthetic is not in the knowledge
    public NumbingLimits numbing(PatientFacts facts, PatientFacts.AnaestheticUse use, LocalDate on) {
        requireNotBefore(on);
        return NumbingLimits.of(contents, facts, use, on);
    }

    /// Whether the law of a place looks at the premises, so that they are worth asking for.
    ///
    /// @param jurisdiction such as `GB-SCT`; a part inherits from its whole
    public boolean asksForPremises(String jurisdiction) {
        return contents.depthLaws().stream()
                .anyMatch(law ->
                        law.exceptPremises().isPresent() && contents.places().covers(law.jurisdiction(), jurisdiction));
    }

    /// What is known of a zone.
    public SkinZone zone(ZoneId id) {
        return contents.zone(id);
    }

    /// Whether almost nothing may pass the dermis there, because bone, vessels or tendons lie close below.
    public boolean sparesBelowDermis(ZoneId id) {
        return contents.settings().dermisGuard().holdsIn(id);
    }

    /// What is known of an indication.
    public Treatment treatment(Indication id) {
        return contents.treatment(id);
    }

    /// What is put on needled skin: whether it may be there during a session, and from when on after it.
    public List<TopicalProduct> topicals() {
        return contents.guidance().topicals();
    }

    /// What to do and what to leave after a session, in the order of time; the signs that are not expected
    /// stand in [#redFlags()].
    public List<AftercareStep> aftercare() {
        return contents.aftercare().stream().filter(step -> !step.isRedFlag()).toList();
    }

    /// What is expected after a session, by day.
    public List<ExpectedHealing> healing() {
        return contents.guidance().healing();
    }

    /// What is not expected after a session, with what to do and who is called; the gravest first.
    public List<RedFlag> redFlags() {
        return contents.guidance().redFlags();
    }

    /// The scales by which results are judged.
    public List<OutcomeScale> scales() {
        return contents.guidance().scales();
    }

    /// What the public is promised, with what was found.
    public List<Claim> claims() {
        return contents.guidance().claims();
    }

    /// @return empty when no source has this identifier
    public Optional<Source> source(String id) {
        return Optional.ofNullable(contents.sources().get(id));
    }

    /// Every entry: by section (`rules`, `devices`, `sources` …) and identifier. With an overlay they are as
    /// the clinic has changed them, and a section `overlay` lists the changes with what stood there before.
    public Map<String, Map<String, Document>> entries() {
        return contents.entries();
    }

    /// The request of an invented person against whose treatment nothing speaks, every question answered:
    /// what examples, demonstrations and tests change one answer of. No person's intake may ever begin with
    /// it.
    ///
    /// @throws IllegalStateException where the release has none
    public Document.Mapping clearCase() {
        if (contents.clearCase().orElse(Document.UNKNOWN) instanceof Document.Mapping clear) {
            return clear;
        }
        throw new IllegalStateException("the knowledge has no clear case");
    }

    /// Looks for what is wrong with it: numbers that rest on nothing, identifiers that nobody knows, rules
    /// without examples and examples that do not hold, rules that can never fire, ranges that overlap,
    /// decisions that refuse and name nobody who should review them.
    public KnowledgeCheck check() {
        return base.map(release -> KnowledgeCheck.of(release, this)).orElseGet(() -> KnowledgeCheck.of(this));
    }

    /// The whole of it as one document: version, hash and every entry by section, in the order of its files.
    /// The same knowledge gives the same bytes.
    public Document toDocument() {
        var sections = Document.mapping();
        for (var section : contents.entries().entrySet()) {
            sections = sections.with(
                    section.getKey(), Document.listing(section.getValue().values()));
        }
        return Document.mapping()
                .with("version", Document.of(release().version()))
                .with("hash", Document.of(release().hash()))
                .with("entries", sections);
    }

    /// How many numbers rest on sources and how many on a decision, by section; the quick part of [#check()].
    public Map<String, KnowledgeCheck.Numbers> numbers() {
        return NumberCount.bySection(contents.entries(), new ArrayList<>());
    }

    Contents contents() {
        return contents;
    }
}
