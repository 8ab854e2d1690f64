package org.stipple.clinic.web.look;

import java.util.List;

/// What frames every page.
///
/// @param clinicName name of the clinic; shown in the header
/// @param userName who is signed in; empty when nobody is
/// @param account identifier of who is signed in, so that what they typed is brought back to nobody else; empty
///   when nobody is
/// @param roleWords what they may do, in words: `supervising clinician`
/// @param demo whether this is the demo clinic, in which nothing is real
/// @param csrfName name of the hidden field that proves where a form came from; empty when there is none
/// @param csrfToken its value
/// @param active address of the entry of `nav` one is in
/// @param nav the entries of the navigation, in order
/// @param room whether the dark theme for dimmed treatment rooms is on
public record Page(
        String clinicName,
        String userName,
        String account,
        String roleWords,
        boolean demo,
        String csrfName,
        String csrfToken,
        String active,
        List<NavItem> nav,
        boolean room) {

    /// An entry of the navigation.
    public record NavItem(String words, String href) {}

    public Page {
        nav = List.copyOf(nav);
    }

    /// Whether somebody is signed in.
    public boolean signedIn() {
        return !userName.isEmpty();
    }
}
