package org.stipple.clinic.web;

import java.util.Optional;
import org.stipple.clinic.access.Actor;

/// What stands around every page.
///
/// @param title of the page, for the tab and the first heading
/// @param actor who is looking; empty before sign-in
/// @param demo whether every page must say that this is the demo
/// @param csrf hidden field that every form carries
/// @param section which part of the navigation is current: `people`, `stock` or empty
public record Frame(String title, Optional<Actor> actor, boolean demo, Csrf csrf, String section) {

    /// Name and value of the hidden field against forged requests.
    public record Csrf(String parameter, String header, String token) {}
}
