package org.stipple.clinic.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.stipple.imaging.ChangeMap;
import org.stipple.imaging.Picture;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// A picture of a measurement as the clinic keeps it: encrypted, as the photos that it was made of are.
///
/// @param name `before`, `after` where the later photo is laid onto the earlier, or what a map shows: `wrinkles`
/// @param metric whose reading says whether what a map shows changed; empty for a photo
/// @param sha256 of its file
/// @param shades what the colours of a map mean; empty for a photo
public record StoredPicture(
        String name, String metric, String sha256, String mediaType, int widthPx, int heightPx, List<Shade> shades) {

    /// The earlier photo.
    public static final String BEFORE = "before";

    /// The later photo, laid onto the earlier.
    public static final String AFTER = "after";

    private static final int LARGEST = 1 << 20;

    /// One colour of a map.
    ///
    /// @param words what it means: `no longer found`
    /// @param colour as it is drawn
    /// @param percent of all marks; of redness: of the skin that was compared
    public record Shade(String words, String colour, BigDecimal percent) {

        private static Shade of(ChangeMap.Shade shade) {
            return new Shade(
                    shade.words(),
                    shade.colour(),
                    BigDecimal.valueOf(100 * shade.share().value()).setScale(1, RoundingMode.HALF_EVEN));
        }

        private Document document() {
            return Document.mapping()
                    .with("words", Document.of(words))
                    .with("colour", Document.of(colour))
                    .with("percent", Document.of(percent));
        }

        private static Shade read(Field field) {
            return new Shade(
                    field.required("words").text(),
                    field.required("colour").text(),
                    field.required("percent").decimal("0", "100"));
        }
    }

    public StoredPicture {
        shades = List.copyOf(shades);
    }

    static StoredPicture of(String name, Picture picture, String sha256) {
        return new StoredPicture(name, "", sha256, picture.mediaType(), picture.width(), picture.height(), List.of());
    }

    static StoredPicture of(ChangeMap map, String sha256) {
        var picture = map.overlay();
        return new StoredPicture(
                map.of().id(),
                map.metric().id(),
                sha256,
                picture.mediaType(),
                picture.width(),
                picture.height(),
                map.shades().stream().map(Shade::of).toList());
    }

    /// Whether it is a map that lies over the earlier photo.
    public boolean isMap() {
        return !metric.isEmpty();
    }

    Document document() {
        return Document.mapping()
                .with("name", Document.of(name))
                .with("metric", Document.of(metric))
                .with("sha256", Document.of(sha256))
                .with("mediaType", Document.of(mediaType))
                .with("widthPx", Document.of(widthPx))
                .with("heightPx", Document.of(heightPx))
                .with(
                        "shades",
                        Document.listing(shades.stream().map(Shade::document).toList()));
    }

    static StoredPicture read(Field field) {
        return new StoredPicture(
                field.required("name").text(),
                field.required("metric").text(),
                field.required("sha256").text(),
                field.required("mediaType").text(),
                field.required("widthPx").integer(1, LARGEST),
                field.required("heightPx").integer(1, LARGEST),
                field.required("shades").items().stream().map(Shade::read).toList());
    }
}
