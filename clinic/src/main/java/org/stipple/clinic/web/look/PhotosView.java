package org.stipple.clinic.web.look;

/// Two photographs of the same view at the same scale: `parts/photos.jte`.
///
/// @param key a word that is unique on the page
/// @param width pixels of either photo, which are of one size
/// @param height pixels of either photo
public record PhotosView(
        String key,
        String beforeHref,
        String beforeWords,
        String afterHref,
        String afterWords,
        int width,
        int height) {}
