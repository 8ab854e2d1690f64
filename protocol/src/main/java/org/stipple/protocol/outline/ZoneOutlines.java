package org.stipple.protocol.outline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// All drawings of a standard adult.
///
/// `ZoneOutlines.standard().main(ZoneId.CHEEK_LEFT)` is the left cheek as it is planned on, in profile,
/// where most of it shows.
public final class ZoneOutlines {

    private final Map<BodyView, Drawing> drawings;

    private ZoneOutlines(Map<BodyView, Drawing> drawings) {
        this.drawings = new EnumMap<>(drawings);
    }

    /// The drawings of this release.
    public static ZoneOutlines standard() {
        return Standard.OUTLINES;
    }

    /// Read once, when first asked for.
    private static final class Standard {
        private static final ZoneOutlines OUTLINES = read(Documents.read(resource()));
    }

    /// @throws org.stipple.protocol.document.UnusableInput when the document is not such a set of drawings,
    ///   or a view is missing
    public static ZoneOutlines read(Document document) {
        Field root = Field.root(document);
        var drawings = DrawingReader.all(root);
        if (drawings.size() < BodyView.values().length) {
            throw root.refused("every view of a body");
        }
        return new ZoneOutlines(drawings);
    }

    private static String resource() {
        try (var in = ZoneOutlines.class.getResourceAsStream("/org/stipple/protocol/knowledge/outlines.yaml")) {
            if (in == null) {
                throw new IllegalStateException("outlines.yaml is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The drawing of one view.
    public Drawing drawing(BodyView view) {
        return Optional.ofNullable(drawings.get(view)).orElseThrow();
    }

    /// The zone in every view that shows it.
    public List<ZoneOutline> of(ZoneId zone) {
        return drawings.values().stream()
                .flatMap(drawing -> drawing.zone(zone).stream())
                .toList();
    }

    /// The zone in the view that shows most of it: the one to plan on.
    public ZoneOutline main(ZoneId zone) {
        return of(zone).stream().max(Comparator.comparing(ZoneOutline::area)).orElseThrow();
    }
}
