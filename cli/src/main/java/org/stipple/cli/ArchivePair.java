package org.stipple.cli;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.stipple.imaging.Measurement;
import org.stipple.imaging.PhotoSetting;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.UnusableInput;

/// One line of work: a baseline and what followed it, or a photo that is alone. Whatever is wrong with its photos
/// is its answer and nobody else's.
///
/// @param series of which the photos are
/// @param baseline first photo of the series
/// @param followup a later one, if there is one
/// @param kept what an earlier start answered about the series
record ArchivePair(
        ArchiveSeries series, ArchivePhoto baseline, Optional<ArchivePhoto> followup, KeptAnswers.Series kept) {

    /// What became of it.
    sealed interface Outcome {

        /// What the line is about.
        ArchiveLine line();

        /// Answered before, from the same bytes.
        record Kept(ArchiveLine line, KeptAnswers.Kept before) implements Outcome {}

        record Measured(ArchiveLine line, Document.Mapping answer) implements Outcome {}

        record Refused(ArchiveLine line, String why) implements Outcome {}
    }

    /// Does the work.
    ///
    /// @throws UncheckedIOException when photos cannot be decoded at all
    Outcome outcome() {
        try {
            var made = new ArchiveLine.Made(
                    series.settings(baseline, followup), baseline.sha256(), followup.map(ArchivePhoto::sha256));
            ArchiveLine line = line(Optional.of(made));
            var before = kept.of(line).filter(answer -> answer.made().equals(made));
            return before.isPresent() ? new Outcome.Kept(line, before.get()) : new Outcome.Measured(line, measured());
        } catch (UnusableInput unusable) {
            return new Outcome.Refused(line(Optional.empty()), String.valueOf(unusable.getMessage()));
        } catch (UncheckedIOException noDarkroom) {
            throw noDarkroom; // of the machine, not of a photo
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failed) {
            return new Outcome.Refused(line(Optional.empty()), "the program failed on it: " + failed);
        }
    }

    private Document.Mapping measured() {
        var first = baseline.photo();
        PhotoSetting setting = series.setting(first, baseline, followup);
        return MeasureAnswer.of(Measurement.of(first, followup.map(ArchivePhoto::photo), setting, series.limits()));
    }

    private ArchiveLine line(Optional<ArchiveLine.Made> made) {
        return new ArchiveLine(series.name(), Optional.of(baseline.name()), followup.map(ArchivePhoto::name), made);
    }
}
