package org.stipple.phantom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.stipple.quantities.Length;

/// What is true about the skin that a rendered photo shows, in the frame of that photo. Immutable.
///
/// Masks and means are made when they are asked for. Hair and markers cover skin: they count neither for colour
/// nor for relief.
public final class Truth {

    private final Skin skin;
    private final Capture capture;
    private final Frame frame;
    private final Ground ground;
    private final float[] haemoglobin;

    /// As 16-bit floats: optical density, mm, and mirrored light.
    private final short[] melanin;

    private final short[] heights;
    private final short[] mirrored;
    private final byte[] features;

    Truth(Scene scene) {
        this.skin = scene.skin;
        this.capture = scene.capture;
        this.frame = scene.frame;
        this.ground = scene.ground;
        this.haemoglobin = scene.haemoglobin;
        this.melanin = scene.melanins;
        this.heights = scene.heights;
        this.mirrored = scene.mirrored;
        this.features = scene.features;
    }

    /// The skin as it is.
    public Skin skin() {
        return skin;
    }

    /// Where a place in the photo lies on the skin, in mm from the middle of the patch.
    public SkinPoint skinAt(double xPx, double yPx) {
        double[] place = capture.pose().skinAt(frame, xPx, yPx);
        return new SkinPoint(place[0], place[1]);
    }

    /// Where a place on the skin lies in the photo, in pixels from its top left corner; it may lie outside.
    public double[] pixelAt(SkinPoint place) {
        return capture.pose().pixelAt(frame, place.xMm(), place.yMm());
    }

    /// Where a place in this photo lies in another photo of the same skin: the map that a registration should
    /// find.
    public double[] pixelIn(Truth other, double xPx, double yPx) {
        return other.pixelAt(skinAt(xPx, yPx));
    }

    /// Where a place on a marker lies in the photo, in pixels from its top left corner.
    public double[] pixelOnMarker(SkinPoint place) {
        return capture.pose().pixelOfPlane(frame, place.xMm(), place.yMm());
    }

    /// Mean haemoglobin of the whole photo, 1 = typical.
    public double meanHaemoglobin() {
        return meanHaemoglobin(whole());
    }

    /// Mean haemoglobin of a zone, 1 = typical.
    ///
    /// @throws IllegalArgumentException when the mask is of another size, or shows no skin
    public double meanHaemoglobin(Mask zone) {
        double sum = 0;
        int n = 0;
        for (int i = first(zone); i >= 0; i = zone.next(i + 1)) {
            if (isSkin(i)) {
                sum += haemoglobin[i];
                n++;
            }
        }
        return sum / counted(n);
    }

    /// Mean optical density of melanin in red light over a zone.
    ///
    /// @throws IllegalArgumentException when the mask is of another size, or shows no skin
    public double meanMelanin(Mask zone) {
        double sum = 0;
        int n = 0;
        for (int i = first(zone); i >= 0; i = zone.next(i + 1)) {
            if (isSkin(i)) {
                sum += Float.float16ToFloat(melanin[i]);
                n++;
            }
        }
        return sum / counted(n);
    }

    /// Individual typology angle of the mean reflectance of the whole photo under D65, in degrees, blood
    /// included.
    public double itaDegrees() {
        return itaDegrees(whole());
    }

    /// The same of a zone.
    ///
    /// @throws IllegalArgumentException when the mask is of another size, or shows no skin
    public double itaDegrees(Mask zone) {
        var sum = new double[3];
        int n = 0;
        for (int i = first(zone); i >= 0; i = zone.next(i + 1)) {
            if (isSkin(i)) {
                n++;
                for (int band = 0; band < 3; band++) {
                    sum[band] += SkinColour.reflectance(band, Float.float16ToFloat(melanin[i]), haemoglobin[i]);
                }
            }
        }
        int all = counted(n);
        return SkinColour.ita(sum[0] / all, sum[1] / all, sum[2] / all);
    }

    /// Root mean square height of the relief between wavelengths of 0.3 and 3 mm: Sq of the S-L surface of ISO
    /// 25178-2, by Gaussian filters of ISO 16610-21. What lies under hair counts as it is.
    ///
    /// Only what lies more than 1.5 mm within the rectangle around the zone counts.
    ///
    /// @throws IllegalArgumentException when that rectangle is not wider and higher than 3 mm
    public Length roughness(Mask zone) {
        return Roughness.of(heights, frame.widthPx(), zone, pixel().millimetres());
    }

    /// Side of the square of skin that a pixel in the middle of the photo sees.
    public Length pixel() {
        return Length.ofMillimetres(ground.pixelMm(frame.widthPx() / 2, frame.heightPx() / 2));
    }

    /// Where patches of redness add more than a fifth to the blood of the skin around them.
    public Mask redness() {
        return mask(SkinSample.RED);
    }

    /// Where wrinkles are deeper than half their depth.
    public Mask wrinkles() {
        return mask(SkinSample.WRINKLE);
    }

    /// The middle lines of the wrinkles, one pixel wide, where they are at least half as deep as they get.
    public Mask wrinkleLines() {
        return lines(wrinklePaths());
    }

    /// The same as lines on the skin, in the order of [Skin#all].
    public List<Curve> wrinklePaths() {
        return skin.all(Wrinkle.class).stream().map(Wrinkle::visiblePath).toList();
    }

    /// The openings of pores.
    public Mask pores() {
        return mask(SkinSample.PORE);
    }

    /// The pores whose middle is in the photo and not under a marker.
    public List<SkinPore> poreList() {
        var all = new ArrayList<SkinPore>();
        var field = new PoreField(skin);
        for (SkinPore pore : field.within(ground.left(), ground.top(), ground.right(), ground.bottom())) {
            double[] pixel = pixelAt(pore.middle());
            int x = (int) Math.floor(pixel[0]);
            int y = (int) Math.floor(pixel[1]);
            if (x >= 0 && x < frame.widthPx() && y >= 0 && y < frame.heightPx() && !is(SkinSample.MARKER, x, y)) {
                all.add(pore);
            }
        }
        return List.copyOf(all);
    }

    /// Where spots add at least half of their melanin.
    public Mask spots() {
        return mask(SkinSample.SPOT);
    }

    /// Where stretch marks have at least half of their effect.
    public Mask stretchMarks() {
        return mask(SkinSample.STRETCH_MARK);
    }

    /// The middle lines of the stretch marks, one pixel wide.
    public Mask stretchMarkLines() {
        return lines(stretchMarkPaths());
    }

    /// The same as lines on the skin, in the order of [Skin#all].
    public List<Curve> stretchMarkPaths() {
        return skin.all(StretchMark.class).stream()
                .map(StretchMark::visiblePath)
                .toList();
    }

    /// Where scars are deeper than half their depth.
    public Mask scars() {
        return mask(SkinSample.SCAR);
    }

    /// Where hair covers at least half of a pixel.
    public Mask hair() {
        return mask(SkinSample.HAIR);
    }

    /// Where tags and cards cover skin.
    public Mask markers() {
        return mask(SkinSample.MARKER);
    }

    /// Where the mirrored light, as the lens shows it, is at least so much of what a white surface would send
    /// there: 0.05 is clearly visible on all tones, 0.2 is a highlight.
    public Mask shine(double atLeast) {
        var inside = new BitSet(mirrored.length);
        for (int i = 0; i < mirrored.length; i++) {
            if (Float.float16ToFloat(mirrored[i]) >= atLeast) {
                inside.set(i);
            }
        }
        return new Mask(frame.widthPx(), frame.heightPx(), inside);
    }

    /// The whole photo.
    public Mask whole() {
        return Mask.rectangle(frame, 0, 0, frame.widthPx(), frame.heightPx());
    }

    private Mask lines(List<Curve> paths) {
        var inside = new BitSet(features.length);
        for (Curve path : paths) {
            Pen.draw(path.points().stream().map(this::pixelAt).toList(), frame, inside);
        }
        return new Mask(frame.widthPx(), frame.heightPx(), inside);
    }

    private Mask mask(int feature) {
        var inside = new BitSet(features.length);
        for (int i = 0; i < features.length; i++) {
            if ((features[i] & feature) != 0) {
                inside.set(i);
            }
        }
        return new Mask(frame.widthPx(), frame.heightPx(), inside);
    }

    private boolean is(int feature, int x, int y) {
        return (features[y * frame.widthPx() + x] & feature) != 0;
    }

    private boolean isSkin(int i) {
        return (features[i] & (SkinSample.HAIR | SkinSample.MARKER)) == 0;
    }

    private int first(Mask zone) {
        if (zone.width() != frame.widthPx() || zone.height() != frame.heightPx()) {
            throw new IllegalArgumentException("a zone must have the size of the photo");
        }
        return zone.next(0);
    }

    private static int counted(int n) {
        if (n == 0) {
            throw new IllegalArgumentException("a zone must show some skin");
        }
        return n;
    }
}
