package org.stipple.clinic.photo.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.IdentityView;

/// What the page shows on which photos are taken view by view.
public final class CaptureViews {

    private CaptureViews() {}

    /// @param occasion for what photos are taken, in words
    /// @param session empty for a visit
    /// @param moment its identifier
    /// @param today the day, as forms send it
    /// @param occasions for what else they may be taken
    /// @param consented whether there is consent to photos for the record
    /// @param guide where the landmarks of faces are found; empty where they are not
    /// @param back where one goes on afterwards, and in which words
    public record CapturePage(
            String id,
            String name,
            IdentityView identity,
            String occasion,
            String session,
            String moment,
            String today,
            List<Occasion> occasions,
            boolean consented,
            String guide,
            List<Step> steps,
            String back,
            String backWords,
            List<String> problems) {

        /// How many views have a photo.
        public long done() {
            return steps.stream().filter(step -> step.answer().isPresent()).count();
        }
    }

    /// For what photos may be taken.
    public record Occasion(String href, String words, boolean chosen) {}

    /// One view.
    ///
    /// @param number from 1
    /// @param key of its form
    /// @param view its identifier
    /// @param zone of the body, or empty for the face
    /// @param drawing which line drawing: `front`, `half`, `side`, `patch`
    /// @param mirrored whether the drawing looks to the right edge
    /// @param hint how to hold
    /// @param turned by which the face looks to the left edge (below 0) or to the right, in degrees
    /// @param baseline address of the photo that it is compared with; may be empty
    /// @param baselineWords of when that is
    /// @param optional whether it may be left out without a word
    public record Step(
            int number,
            UUID key,
            String view,
            String zone,
            String words,
            String drawing,
            boolean mirrored,
            String hint,
            int turned,
            String baseline,
            String baselineWords,
            boolean optional,
            Optional<Answer> answer) {}

    /// What the server found in a photo.
    ///
    /// @param more how many others of the same view there are
    public record Answer(
            String id,
            String src,
            int width,
            int height,
            String ruler,
            boolean hasRuler,
            List<String> missed,
            List<String> met,
            List<String> keptThough,
            int more) {}
}
