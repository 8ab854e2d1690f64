package org.stipple.clinic.web.look;

import java.util.List;

/// What frames every page.
///
/// @param clinicName name of the clinic; shown in the header
/// @param userName who is signed in; empty when nobody is
/// @param account identifier of who is signed in, so that what they typed is brought back to nobody else; empty
///   when nobody is
/// @param username their sign-in name, with which a covered page asks for the password; empty when nobody is
/// @param idleSeconds after how many seconds without a touch the page covers itself; 0 when nobody is signed in
/// @param roleWords what they may do, in words: `supervising clinician`
/// @param demo whether this is the demo clinic, in which nothing is real
/// @param csrfName name of the hidden field that proves where a form came from; empty when there is none
/// @param csrfToken its value
/// @param active address of the entry of `nav` one is in
/// @param emergency that a record is open in an emergency, and until when; empty when none is
/// @param nav the entries of the navigation, in order
/// @param room whether the dark theme for dimmed treatment rooms is on
public record Page(
        String clinicName,
        String userName,
        String account,
        String username,
        int idleSeconds,
        String roleWords,
        boolean demo,
        String csrfName,
        String csrfToken,
        String active,
        String emergency,
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
