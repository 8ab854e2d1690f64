package org.stipple.clinic.photo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stipple.darkroom.Darkroom;

/// Where photo files of cameras and telephones are decoded.
@Configuration
class PhotoConfiguration {

    @Bean(destroyMethod = "close")
    Darkroom darkroom() {
        return Darkroom.standing();
    }
}
