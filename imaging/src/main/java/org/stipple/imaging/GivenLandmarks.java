package org.stipple.imaging;

import java.util.Optional;

/// Landmarks that came with the photos: whoever took them had them computed at capture, or clicked.
///
/// @param baseline of the baseline
/// @param followup of the follow-up
public record GivenLandmarks(Optional<Landmarks> baseline, Optional<Landmarks> followup) implements LandmarkProvider {

    @Override
    public Optional<Landmarks> find(Photo photo, Gate.Shot shot) {
        return switch (shot) {
            case BASELINE -> baseline;
            case FOLLOWUP -> followup;
        };
    }
}
