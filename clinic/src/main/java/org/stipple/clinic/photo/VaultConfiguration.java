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
}
