package org.stipple.clinic.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.database.CannotStart;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.protocol.DoseMemory;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.protocol.outline.ZoneOutlines;

/// The release of the knowledge that this program carries, with what the clinic changes in it, loaded once.
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Knowledge knowledge(DataDirectory directory, Clock clock) {
        return knowledge(directory.overlay(), LocalDate.now(clock));
    }

    /// A clinic whose file cannot be read does not start: without it, what the clinic forbids would be allowed.
    ///
    /// @param today nothing may have been loosened later
    static Knowledge knowledge(Path overlay, LocalDate today) {
        var ours = Knowledge.builtIn();
        if (Files.notExists(overlay, LinkOption.NOFOLLOW_LINKS)) {
            return ours;
        }
        try {
            return ours.withOverlay(Files.readString(overlay), today);
        } catch (UnusableInput | IOException unusable) {
            throw new CannotStart("cannot use " + overlay + ": " + unusable.getMessage(), unusable);
        }
    }

    /// Design: some hundred settings of some sixty zones; an answer takes about a kilobyte.
    @Bean
    DoseMemory doses() {
        return new DoseMemory(5_000);
    }

    @Bean
    ZoneOutlines outlines() {
        return ZoneOutlines.standard();
    }
}
