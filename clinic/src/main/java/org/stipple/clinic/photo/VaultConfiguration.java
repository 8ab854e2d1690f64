package org.stipple.clinic.photo;

import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.clinic.database.DataDirectory;

/// Where the vault is and with which key, as the data directory says.
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    PhotoVault vault(DataDirectory directory, RandomGenerator random) {
        return new PhotoVault(directory.photos(), directory.secrets().keyFor("photos"), random);
    }

    /// Beside the photos and not among them: what has not come whole is in no backup.
    @Bean
    HalfSent halfSent(DataDirectory directory, RandomGenerator random) {
        return new HalfSent(
                directory.photos().resolveSibling("half-sent"),
                directory.secrets().keyFor("half-sent photos"),
                random);
    }

    @Bean
    KeptInBrowser keptInBrowser(DataDirectory directory) {
        return new KeptInBrowser(directory.secrets().keyFor("photos kept in a browser"));
    }
}
