package org.stipple.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.stipple.clinic.ClinicUnderTest;

/// `docs/tour.md` leaves no page out. Its pictures are the business of the browser tests.
class TourTest {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^`(/[^`]*)`");

    /// Addresses to read from that are no page: where a browser is led on after a form, what is read by a
    /// script, pictures and tables.
    private static final List<Pattern> NO_PAGE = List.of(
            Pattern.compile("/|/alive|/awake|/unlocked|/account/.*|/sign-in/.*"),
            Pattern.compile(".*\\.(csv|ics|json|pdf|zip)"),
            Pattern.compile("/people/\\{id}/photos/(\\{photo}.*|uploads/.*)|/photos/key|.*/pictures/\\{picture}"),
            Pattern.compile(".*/photos/\\{sent}"),
            Pattern.compile("/people/\\{id}/measurements"),
            Pattern.compile("/stock/(recall|handpieces.*|units.*)|/messages/\\{message}/.*"),
            Pattern.compile("/emergencies/\\{access}|/incidents/\\{incident}/review"),
            Pattern.compile("/people/\\{id}/sessions/\\{session}/(map|zones|left-out|close|adjuncts|after|reviews)"),
            Pattern.compile("/people/\\{id}/sessions/\\{session}/units/discarded"),
            Pattern.compile("/people/\\{id}/adverse/\\{event}/(revisions|fields|review|go-on)"),
            Pattern.compile("/people/\\{id}/courses/\\{course}/(session/who|numbing.*)"));

    private static Set<String> pages(ClinicUnderTest stipple) {
        var pages = new TreeSet<String>();
        stipple.the(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                    && handler.getBeanType().getName().startsWith("org.stipple.")) {
                mapping.getPatternValues().stream()
                        .filter(path -> NO_PAGE.stream()
                                .noneMatch(pattern -> pattern.matcher(path).matches()))
                        .forEach(pages::add);
            }
        });
        return pages;
    }

    @Test
    void everyPageStandsInTheTour(@TempDir Path directory) throws IOException {
        var shown = new TreeSet<String>();
        ADDRESS.matcher(Files.readString(Path.of("../docs/tour.md")))
                .results()
                .forEach(found -> shown.add(found.group(1)));
        try (var stipple = ClinicUnderTest.serving(directory)) {
            assertThat(pages(stipple)).hasSizeGreaterThan(35).isEqualTo(shown);
        }
    }
}
