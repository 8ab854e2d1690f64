package org.stipple.clinic.booking.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.QrCode;

/// What the pages of booking show.
public final class BookingViews {

    private BookingViews() {}

    /// Something to choose.
    ///
    /// @param chosen whether it is chosen now
    public record Option(String value, String words, boolean chosen) {}

    /// A free time.
    ///
    /// @param value what the form sends
    /// @param time `09:15`
    /// @param where with whom and in which room
    public record TimeButton(String value, String time, String where) {}

    /// Free times of a day.
    public record FreeDay(String day, List<TimeButton> times) {}

    /// An appointment in a list.
    public record AppointmentLine(String href, String when, String what) {}

    /// The page on which a time is taken for somebody, or another for one that they have.
    ///
    /// @param moved the appointment that is moved; empty for a new one
    /// @param moving that one in words; empty for a new one
    /// @param from the first day that was looked at, for the field
    /// @param against what stands against coming at all
    /// @param later why no earlier day is shown
    /// @param mayOverride whether whoever looks may set something aside
    /// @param overrideHref where those days are shown too; empty where there is nothing to set aside, or they
    /// are shown
    /// @param despite whether such days are shown
    /// @param reason what was typed as the reason
    /// @param series how many sessions are left, where more than one is
    public record BookingPage(
            String id,
            String name,
            UUID key,
            String moved,
            String moving,
            List<Option> kinds,
            List<Option> practitioners,
            String from,
            List<FreeDay> days,
            List<String> against,
            List<String> later,
            boolean mayOverride,
            String overrideHref,
            boolean despite,
            String reason,
            int series,
            List<AppointmentLine> coming,
            List<String> problems,
            String done) {

        /// The kind that is chosen.
        public String kind() {
            return kinds.stream()
                    .filter(Option::chosen)
                    .map(Option::value)
                    .findFirst()
                    .orElse("");
        }

        /// The practitioner that is chosen; empty for anybody.
        public String practitioner() {
            return practitioners.stream()
                    .filter(Option::chosen)
                    .map(Option::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /// The rest of a course, proposed.
    ///
    /// @param times with the day in words, each as the form sends it
    /// @param missing what could not be had
    public record SeriesPage(
            String id, String name, UUID key, List<TimeButton> times, List<String> missing, List<String> problems) {}

    /// An appointment.
    ///
    /// @param facts name and words
    /// @param inTheWay what came into its way since it was taken
    /// @param standing whether it stands and is still to come
    /// @param absent what is written down of not coming, in a sentence; may be empty
    /// @param absence what can be said of it
    /// @param codeHref where its person's own link is shown; empty where there is none, or it is shown
    /// @param code that link, where it was asked for
    /// @param done what was just done; may be empty
    public record AppointmentPage(
            String id,
            String name,
            String appointment,
            UUID key,
            String title,
            List<Fact> facts,
            List<String> inTheWay,
            boolean standing,
            String absent,
            AbsenceForms absence,
            String codeHref,
            Optional<QrCode> code,
            String moveHref,
            List<String> problems,
            String done) {}

    /// What can be said of somebody's not coming.
    ///
    /// @param missed that they did not come
    /// @param came that they came after all
    /// @param comes that they come after all, although they said that they cannot
    /// @param settles why nobody calls any more
    public record AbsenceForms(UUID key, boolean missed, boolean came, boolean comes, boolean settles) {}

    /// A name and its words.
    public record Fact(String name, String words) {}

    /// A day of the desk.
    ///
    /// @param columns one for each practitioner who is seen that day, or works
    /// @param closed what is closed on that day, each in a sentence
    /// @param seesPeople whether whoever looks may see who comes
    public record DayPage(
            String day,
            String title,
            String before,
            String after,
            List<Column> columns,
            List<String> closed,
            boolean seesPeople,
            boolean arranges,
            List<String> hints) {}

    /// The day of one practitioner.
    ///
    /// @param hours when they work; or that they do not
    public record Column(String id, String name, String hours, List<DayLine> lines) {}

    /// Somebody who comes.
    ///
    /// @param missing what stands in the way; may be empty
    public record DayLine(String href, String time, String name, String what, String missing) {}

    /// Rooms, hours and lengths.
    public record ArrangementsPage(
            UUID key,
            List<RoomLine> rooms,
            List<WeekForm> weeks,
            List<LengthField> lengths,
            int aheadHours,
            UUID aheadKey,
            String today,
            List<String> problems,
            String done) {}

    /// A room.
    public record RoomLine(String id, String name, UUID key) {}

    /// Somebody's week.
    ///
    /// @param off days off from today on, in words
    public record WeekForm(String account, String name, UUID key, UUID awayKey, String off, List<DayField> days) {}

    /// A day of a week.
    ///
    /// @param number 1 for Monday
    /// @param typed `09:00-12:00, 13:00-17:00`; empty where nobody works
    public record DayField(int number, String name, String typed) {}

    /// How long one kind takes.
    public record LengthField(String kind, String words, int minutes, UUID key) {}

    /// Days and hours on which something is not there.
    ///
    /// @param typed what stands in the form
    /// @param standing how many appointments that are to come something stands in the way of, in a sentence;
    /// may be empty
    /// @param states whether whoever looks may state and lift
    public record ClosuresPage(
            UUID key,
            List<ClosureLine> closures,
            List<Option> whats,
            ClosureTyped typed,
            boolean states,
            String standing,
            List<String> problems,
            String done) {}

    /// What stands in the form of a closure.
    public record ClosureTyped(String first, String last, String from, String to, String words) {}

    /// A closure.
    public record ClosureLine(String id, UUID key, String what, String when, String words) {}

    /// Appointments in whose way something came.
    ///
    /// @param more whether there are more than are shown
    public record LookPage(List<LookLine> lines, boolean more) {}

    /// One of them.
    public record LookLine(String href, String moveHref, String when, String name, String what, List<String> why) {}

    /// How many came, and how many did not, without names.
    public record MissedPage(String first, String last, String words, List<MissedLine> lines, List<String> problems) {}

    /// Of one kind; the last is of all.
    ///
    /// @param share in percent; empty where there were none
    public record MissedLine(String kind, int began, int missed, String share) {}

    /// An appointment as its person sees it.
    ///
    /// @param path where the form goes
    /// @param when the moment in words
    /// @param frees whether saying now that they cannot come frees the time
    /// @param told the day on which they said so; empty while they did not
    /// @param givenUp whether the time is free again
    public record OwnAppointmentPage(String path, UUID key, String when, boolean frees, String told, boolean givenUp) {}

    /// The addresses under which calendar programs read.
    public record FeedsPage(List<FeedCard> feeds, List<String> problems) {}

    /// One calendar.
    ///
    /// @param whose `own` or `clinic`
    /// @param address empty until one was made
    public record FeedCard(String whose, String title, String words, String address, UUID key) {}
}
