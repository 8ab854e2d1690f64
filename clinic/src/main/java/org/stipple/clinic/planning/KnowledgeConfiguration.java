package org.stipple.clinic.planning;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.outline.ZoneOutlines;

/// The release of the knowledge that this program carries, loaded once.
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {

    @Bean
    Knowledge knowledge() {
        return Knowledge.builtIn();
    }

    @Bean
    ZoneOutlines outlines() {
        return ZoneOutlines.standard();
    }
}
