package org.stipple.phantom;

/// Some rows of a scene, with as many more above and below as the lens mixes into them. One thread only.
final class Strip {

    /// Linear sensor value of a perfectly white, flatly lit surface at exposure 0.
    private static final double WHITE_LEVEL = 0.95;

    private final Scene scene;
    private final int width;

    /// The rows that are photographed: from `top` up to but without `bottom`.
    private final int top;

    private final int bottom;

    /// The rows that are lit.
    private final int from;

    private final int to;

    private final float[] relief;
    private final float[] open;
    private final float[] shine;
    private final float[] hair;
    private final float[] hairDarkness;
    private final float[] melanin;
    private final float[] haemoglobin;
    private final byte[] features;

    /// Linear red, green and blue, and the mirrored part of each alike.
    private final float[][] light;

    Strip(Scene scene, int top, int bottom) {
        this.scene = scene;
        this.width = scene.width;
        this.top = top;
        this.bottom = bottom;
        int margin = Lens.radius(scene.capture.blurPx());
        this.from = Math.max(0, top - margin);
        this.to = Math.min(scene.height, bottom + margin);
        int size = width * (to - from);
        this.relief = new float[(width + 2) * (to - from + 2)];
        this.open = new float[size];
        this.shine = new float[size];
        this.hair = new float[size];
        this.hairDarkness = new float[size];
        this.melanin = new float[size];
        this.haemoglobin = new float[size];
        this.features = new byte[size];
        this.light = new float[4][size];
    }

    void photograph(int[] rgb) {
        look();
        for (int y = from; y < to; y++) {
            lightRow(y);
        }
        var lens = new Lens(scene.capture.blurPx());
        for (float[] plane : light) {
            lens.blur(plane, width, to - from);
        }
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < width; x++) {
                int here = (y - from) * width + x;
                int i = y * width + x;
                rgb[i] = scene.sensor.record(x, y, light[0][here], light[1][here], light[2][here]);
                scene.haemoglobin[i] = haemoglobin[here];
                scene.melanins[i] = Float.floatToFloat16(melanin[here]);
                scene.heights[i] = Float.floatToFloat16(relief[(y - from + 1) * (width + 2) + x + 1]);
                scene.mirrored[i] = Float.floatToFloat16(light[3][here]);
                scene.features[i] = features[here];
            }
        }
    }

    /// Heights, pigments and what else is on the skin.
    private void look() {
        var micro = new MicroRelief(scene.skin);
        var pores = new PoreField(scene.skin);
        var sample = new SkinSample();
        var nearest = new Track.Nearest();
        var xs = new double[width + 2];
        var ys = new double[width + 2];
        for (int y = from - 1; y <= to; y++) {
            scene.ground.row(y, xs, ys);
            for (int x = -1; x <= width; x++) {
                double skinX = xs[x + 1];
                double skinY = ys[x + 1];
                sample.reset(scene.skin.shine());
                pores.at(skinX, skinY, sample);
                scene.marks.at(skinX, skinY, sample, nearest);
                relief[(y - from + 1) * (width + 2) + x + 1] = (float) (micro.at(skinX, skinY) + sample.height());
                if (x >= 0 && x < width && y >= from && y < to) {
                    keep(x, y, sample);
                }
            }
        }
    }

    /// Blood: a diffuse pattern over millimetres and the patches of redness, all in proportion to the whole.
    private void keep(int x, int y, SkinSample sample) {
        int i = (y - from) * width + x;
        double blood = 1 + 0.14 * scene.ground.between(scene.blood, x, y) + sample.bloodAdded();
        double pigment = scene.melanin * (1 + 0.05 * scene.ground.between(scene.spots, x, y));
        haemoglobin[i] = (float) (scene.skin.haemoglobin() * blood * sample.bloodFactor());
        melanin[i] = (float) (pigment * sample.melaninFactor() + sample.melaninAdded());
        open[i] = (float) sample.open();
        shine[i] = (float) sample.shine();
        hair[i] = (float) sample.hair();
        hairDarkness[i] = (float) sample.hairDarkness();
        features[i] = (byte) sample.features();
    }

    private void lightRow(int y) {
        var from = scene.capture.light();
        double sideX = Math.cos(Math.toRadians(from.azimuthDegrees()));
        double sideY = Math.sin(Math.toRadians(from.azimuthDegrees()));
        double level = WHITE_LEVEL * Math.pow(2, from.stops());
        boolean marked = scene.markers.reach(y);
        var normal = new double[3];
        var cover = new double[3];
        double two = 0;
        for (int x = 0; x < width; x++) {
            if (x % Ground.STEP == 0) {
                two = 2 * scene.ground.pixelMm(x, y);
            }
            double side = ((x + 0.5) / width - 0.5) * sideX + ((y + 0.5) / scene.height - 0.5) * sideY;
            double lit = level * (1 + from.fallOff() * side);
            facet(x, y, two, normal);
            skin((y - this.from) * width + x, lit, normal);
            if (marked) {
                double covered = scene.markers.cover(x, y, cover);
                if (covered > 0) {
                    marker((y - this.from) * width + x, lit, covered, cover, normal);
                }
            }
        }
    }

    /// The normal of the skin, in the camera's directions.
    ///
    /// @param two pixels, in mm
    private void facet(int x, int y, double two, double[] normal) {
        int above = (y - from) * (width + 2) + x + 1;
        int here = above + width + 2;
        double slopeX = (relief[here + 1] - relief[here - 1]) / two;
        double slopeY = (relief[here + width + 2] - relief[above]) / two;
        double norm = 1 / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        normal[0] = -slopeX * norm;
        normal[1] = -slopeY * norm;
        normal[2] = norm;
        scene.lean.turn(normal);
    }

    private void skin(int i, double lit, double[] normal) {
        double diffuse = lit * scene.shading.diffuse(normal[0], normal[1], normal[2]);
        double mirrored = lit * open[i] * scene.shading.mirrored(normal[0], normal[1], normal[2], shine[i]);
        for (int band = 0; band < 3; band++) {
            double reflectance = SkinColour.reflectance(band, melanin[i], haemoglobin[i]);
            // What does not get into a cavity is missed; what gets in is thrown from wall to wall.
            double arriving = open[i] / (1 - reflectance * (1 - open[i]));
            double sent = diffuse * arriving * reflectance + mirrored;
            if (hair[i] > 0) {
                sent += hair[i] * (lit * Hair.reflectance(band, hairDarkness[i]) - sent);
            }
            light[band][i] = (float) sent;
        }
        light[3][i] = (float) ((1 - hair[i]) * mirrored / lit);
    }

    private void marker(int i, double lit, double covered, double[] reflected, double[] normal) {
        normal[0] = 0;
        normal[1] = 0;
        normal[2] = 1;
        scene.lean.turn(normal);
        double diffuse = lit * scene.shading.diffuse(normal[0], normal[1], normal[2]);
        for (int band = 0; band < 3; band++) {
            light[band][i] = (float) ((1 - covered) * light[band][i] + diffuse * reflected[band]);
        }
        light[3][i] *= (float) (1 - covered);
        features[i] = (byte) SkinSample.MARKER;
    }
}
