package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Knowledge;

/// A clinic says in its own words what people do after a session: in every language, in versions, never by accident.
class AftercareSheetsTest {

    private static final Knowledge KNOWLEDGE = Knowledge.builtIn();

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;

    private int clinics;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    private Actor aClinic(String name) {
        clinics++;
        return stipple.clinic(name, name.toLowerCase(java.util.Locale.ROOT) + clinics + "-sheets");
    }

    /// What the knowledge base says, with one step said otherwise in some languages.
    private static List<AftercareSheet.Line> withOther(AftercareStep other, Tongue... in) {
        var lines = new ArrayList<AftercareSheet.Line>();
        for (AftercareStep step : KNOWLEDGE.aftercare()) {
            for (Tongue tongue : Tongue.values()) {
                var ours = KnowledgeWords.in(Words.in(tongue));
                boolean own = step.id().equals(other.id()) && List.of(in).contains(tongue);
                lines.add(new AftercareSheet.Line(
                        step.id(), tongue, own ? "Our own " + tongue.lang() : ours.todo(step), ours.avoid(step)));
            }
        }
        return lines;
    }

    private static AftercareStep first() {
        return KNOWLEDGE.aftercare().getFirst();
    }

    private static List<String> publish(int onTopOf, List<AftercareSheet.Line> lines, String why) {
        return stipple.the(AftercareSheets.class).publish(onTopOf, KNOWLEDGE.aftercare(), lines, why);
    }

    @Test
    void whatAClinicSaysOtherwiseIsToldInItsWordsAndTheRestAsTheKnowledgeSaysIt() {
        Acting.doing(aClinic("Brook"), () -> {
            assertThat(publish(0, withOther(first(), Tongue.values()), "Our gel is another one"))
                    .isEmpty();
            var newest = stipple.the(AftercareSheets.class).newest();
            var spanish = Words.in(Tongue.SPANISH);
            assertThat(AftercareSheets.told(newest, first(), spanish).todo()).isEqualTo("Our own es");
            assertThat(AftercareSheets.told(newest, first(), spanish).own()).isTrue();
            var second = KNOWLEDGE.aftercare().get(1);
            assertThat(AftercareSheets.told(newest, second, spanish).own()).isFalse();
            assertThat(newest.orElseThrow().lines()).hasSize(Tongue.values().length);
        });
    }

    @Test
    void aStepIsNotSaidOtherwiseInOneLanguageAlone() {
        Acting.doing(aClinic("Cliff"), () -> {
            assertThat(publish(0, withOther(first(), Tongue.ENGLISH), "Another gel"))
                    .singleElement()
                    .asString()
                    .contains("English alone", "Español too");
            assertThat(stipple.the(AftercareSheets.class).newest()).isEmpty();
        });
    }

    @Test
    void nothingIsPublishedWithoutAReasonOrWithoutWords() {
        Acting.doing(aClinic("Dune"), () -> {
            assertThat(publish(0, withOther(first(), Tongue.values()), " "))
                    .containsExactly("Nobody said why it is changed.");
            var silent = withOther(first(), Tongue.values()).stream()
                    .map(line -> line.todo().startsWith("Our own")
                            ? new AftercareSheet.Line(line.step(), line.tongue(), "", "")
                            : line)
                    .toList();
            assertThat(publish(0, silent, "Less to read")).hasSize(2).allMatch(words -> words.contains("is empty"));
            assertThat(stipple.the(AftercareSheets.class).newest()).isEmpty();
        });
    }

    @Test
    void everyVersionStaysAndTheSecondOfTwoOnTheSameVersionIsRefused() {
        Acting.doing(aClinic("Elm"), () -> {
            assertThat(publish(0, withOther(first(), Tongue.values()), "One")).isEmpty();
            assertThatThrownBy(() -> publish(0, withOther(first(), Tongue.values()), "Also one"))
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThat(publish(1, withOther(first()), "Back to the knowledge base"))
                    .isEmpty();
            assertThat(stipple.the(AftercareSheets.class).all())
                    .extracting(AftercareSheet::version)
                    .containsExactly(2, 1);
            assertThat(stipple.the(AftercareSheets.class).newest().orElseThrow().lines())
                    .isEmpty();
        });
    }

    @Test
    void anotherClinicIsToldNothingOfIt() {
        Acting.doing(aClinic("Fern"), () -> publish(0, withOther(first(), Tongue.values()), "One"));
        Acting.doing(
                aClinic("Grove"),
                () -> assertThat(stipple.the(AftercareSheets.class).newest()).isEmpty());
    }
}
