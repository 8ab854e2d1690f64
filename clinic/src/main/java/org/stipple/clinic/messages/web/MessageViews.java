package org.stipple.clinic.messages.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.Verdict;

/// What the pages about messages show.
public final class MessageViews {

    private MessageViews() {}

    /// By which channels a person may be written to, and what was written to them.
    ///
    /// @param done what was just written down, or empty
    /// @param said what the person said before, newest first
    public record ContactPage(
            String id,
            String name,
            String done,
            List<String> problems,
            List<ChannelCard> channels,
            List<String> said,
            List<MessageLine> messages) {}

    /// One channel of a person.
    ///
    /// @param address as it is used, or empty
    /// @param about how things stand, in a sentence
    public record ChannelCard(String id, String title, String address, boolean may, String about, UUID key) {}

    /// A message in a list.
    ///
    /// @param deliveries what became of it on each channel, with every attempt
    public record MessageLine(
            String title, Verdict state, String words, String text, List<String> deliveries, List<String> calls) {}

    /// What waits, what was given up, and whom to call.
    ///
    /// @param missing what is not set up, each in a sentence
    /// @param waiting how many wait on each channel, in words
    /// @param reach how people reach the clinic, in a line; may be empty
    /// @param reachToState whether the telephone has still to be stated
    public record MessagesPage(
            String done,
            List<String> problems,
            List<String> missing,
            List<String> waiting,
            List<CallCard> toCall,
            List<CallCard> givenUp,
            String reach,
            boolean reachToState,
            boolean mayChange) {}

    /// How people reach the clinic, to be stated.
    ///
    /// @param before as it was written down before the telephone had a field; empty where nothing was
    /// @param telephone as it was typed
    /// @param none whether there is no telephone
    /// @param emergency what people at the clinic's place dial for an ambulance, as it was typed
    public record ReachPage(
            String done,
            List<String> problems,
            String before,
            String telephone,
            boolean none,
            String english,
            String spanish,
            String emergency,
            UUID key) {}

    /// Somebody to call.
    ///
    /// @param phone as it stands under their details; may be empty
    public record CallCard(
            String person,
            String name,
            String phone,
            String message,
            UUID key,
            MessageLine about,
            List<Outcome> outcomes) {}

    /// What can come of a call.
    public record Outcome(String id, String words) {}

    /// What whoever follows a link sees.
    ///
    /// @param token the secret part of the link, for the form
    /// @param words empty where its time is over
    /// @param leadsOn address of what it invites to; empty where it leads nowhere
    /// @param read that it was read, with the day; or empty
    /// @param appointment whether it is about an appointment, which goes into a calendar and may have been
    /// changed since
    /// @param gone whether it is that the appointment does not take place
    public record LetterPage(
            String clinicName,
            String token,
            String words,
            String leadsOn,
            String read,
            boolean appointment,
            boolean gone) {}
}
