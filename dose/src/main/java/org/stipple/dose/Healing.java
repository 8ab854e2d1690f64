package org.stipple.dose;

import java.util.List;

/// What is published about the time after needling. It does not depend on the question: no source relates it to
/// density or depth well enough, and no published model is validated for microneedle wounds.
public final class Healing {

    private Healing() {}

    /// How long channels stay open.
    ///
    /// @param hours until they were closed
    /// @param condition on whom, where and how that was found
    /// @param source where it is published
    public record Closure(double hours, String condition, String source) {}

    /// Something that was seen after treatment.
    ///
    /// @param day after the treatment, or after the last one of a course
    /// @param event what was seen, in whom
    /// @param source where it is published
    public record Event(double day, String event, String source) {}

    /// From when on something may sensibly be done again.
    ///
    /// @param what is done
    /// @param day after the treatment; for the result, after the last one of a course
    /// @param source on what that rests
    public record Earliest(String what, int day, String source) {}

    /// In order of time. What an indication, a label or a clinic says beside it, and is later, counts:
    /// `stipple plan` answers that.
    public static final List<Earliest> EARLIEST = List.of(
            new Earliest(
                    "photos of redness compared",
                    3,
                    "redness and water loss last 48 to 72 h (Dermatol Surg 2012;38:1816, PMID 22882208; Sasaki 2019,"
                            + " doi 10.1093/asjof/ojz017)"),
            new Earliest(
                    "next session",
                    28,
                    "four weeks apart in Lotfi 2013, Aesthet Surg J 2021 (PMID 33656167) and Ablon 2018 (PMC6122507);"
                            + " median of a review (Harris 2015)"),
            new Earliest(
                    "result measured",
                    56,
                    "8 weeks after the last session in Lotfi 2013, 3 months in Aesthet Surg J 2021 (PMID 33656167)"));

    /// Closure under occlusion (a film, an ointment): the slowest of three sites.
    public static final Closure OCCLUDED = new Closure(
            63.09,
            "mean on the abdomen, SD 13.13 h (upper arm 60.34, forearm 58.29), 35 people; not the face;"
                    + " occlusion implied by the method",
            "PMC8259462");

    /// Closure of skin left open to the air.
    public static final Closure OPEN = new Closure(
            2,
            "all sites recovered by impedance; not the face, where the barrier of 0.15 and 0.25 mm needles recovered"
                    + " within 72 h (Dermatol Surg 2012;38:1816)",
            "Gupta 2011, J Control Release");

    /// In order of time.
    public static final List<Event> TIMELINE = List.of(
            new Event(
                    0.25,
                    "pain, redness and swelling, transient over 3 to 6 hours (36 people)",
                    "HK J Dermatol Venereol 2018;26:52"),
            new Event(
                    1,
                    "more red blood cells in the skin up to 24 h after 0.3 to 0.75 mm needles (8 people)",
                    "Skin Res Technol 2021;27:121, PMID 32662126"),
            new Event(
                    2,
                    "water loss slightly above baseline through 48 h after 0.5 mm; highest and longest after 1.5 mm",
                    "Sasaki 2019, doi 10.1093/asjof/ojz017"),
            new Event(
                    3,
                    "barrier of the face recovered within 72 h after 0.15 and 0.25 mm needles",
                    "Dermatol Surg 2012;38:1816, PMID 22882208"),
            new Event(
                    56,
                    "papillary collagen +53.2 % by Masson stain, 8 weeks after five monthly sessions with a 1.5 mm"
                            + " roller (30 people)",
                    "Lotfi 2013, doi 10.1097/01.EWX.0000432504.85255.ec"),
            new Event(
                    90,
                    "dermal density +101.86 %, 3 months after four monthly sessions (32 people); elastin is reported"
                            + " as up, unchanged and down by different groups",
                    "Aesthet Surg J 2021, PMID 33656167; El-Domyati 2015"));
}
