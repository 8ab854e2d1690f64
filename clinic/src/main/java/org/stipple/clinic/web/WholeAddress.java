package org.stipple.clinic.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The whole address of a page, to be opened on another device. It begins as the installation is told to be
/// reached; where it is told nothing, as this request came.
@Component
public class WholeAddress {

    private final String baseUrl;

    WholeAddress(@Value("${stipple.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
    }

    /// @param path from the first slash on
    public String of(String path) {
        String start = baseUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : baseUrl;
        return start + path;
    }
}
