package org.stipple.phantom;

import java.util.stream.IntStream;

/// One skin in one frame: what does not change from strip to strip, and what is found out about each pixel.
final class Scene {

    private static final int ROWS = 64;

    final Skin skin;
    final Capture capture;
    final Frame frame;
    final int width;
    final int height;
    final Ground ground;
    final MarkMap marks;
    final Markers markers;
    final Sensor sensor;
    final Shading shading;
    final Lean lean;
    final double melanin;
    final double[] blood;
    final double[] spots;

    /// What is true, pixel by pixel: see [Truth].
    final float[] haemoglobin;

    final short[] melanins;
    final short[] heights;
    final short[] mirrored;
    final byte[] features;

    Scene(Skin skin, Capture capture, Frame frame) {
        this.skin = skin;
        this.capture = capture;
        this.frame = frame;
        this.width = frame.widthPx();
        this.height = frame.heightPx();
        this.ground = new Ground(capture.pose(), frame);
        this.marks = new MarkMap(skin.marks(), ground, ground.pixelMm(width / 2, height / 2));
        this.markers = new Markers(capture, frame);
        this.sensor = new Sensor(capture);
        this.shading = new Shading(capture.light());
        this.lean = new Lean(capture.pose());
        this.melanin = SkinColour.melanin(skin.itaDegrees());
        this.blood = ground.pattern(skin.seed() + 53, 6);
        this.spots = ground.pattern(skin.seed() + 61, 3);
        this.haemoglobin = new float[width * height];
        this.melanins = new short[width * height];
        this.heights = new short[width * height];
        this.mirrored = new short[width * height];
        this.features = new byte[width * height];
    }

    /// @return pixels `0xRRGGBB`
    int[] photograph() {
        var rgb = new int[width * height];
        int strips = (height + ROWS - 1) / ROWS;
        IntStream.range(0, strips).parallel().forEach(strip -> {
            int top = strip * ROWS;
            new Strip(this, top, Math.min(height, top + ROWS)).photograph(rgb);
        });
        return rgb;
    }
}
