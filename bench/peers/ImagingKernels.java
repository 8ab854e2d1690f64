package org.stipple.imaging;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.stipple.imaging.raster.Plane;
import org.stipple.imaging.raster.RidgeFilter;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Invention;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// One kernel of imaging for `imaging.py`: `render FOLDER`, or `KERNEL RUNS FOLDER`, which answers with a line
/// of JSON.
public final class ImagingKernels {

    private static final double MM = 0.05;

    private ImagingKernels() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[arguments.length - 1]);
        if (arguments[0].equals("render")) {
            int width = Integer.parseInt(arguments[1]);
            int height = Integer.parseInt(arguments[2]);
            render(folder.resolve("before.rgb"), width, height, Capture.careful(1));
            render(
                    folder.resolve("after.rgb"),
                    width,
                    height,
                    Capture.careful(2).moved(22, -14, 0.7));
            return;
        }
        int runs = Integer.parseInt(arguments[1]);
        Photo before = read(folder.resolve("before.rgb"));
        var scale = new Scale.Known(Length.ofMillimetres(MM), "given");
        var setting = new PhotoSetting(View.PATCH, List.of(), scale);
        switch (arguments[0]) {
            case "ridges" -> {
                var plane = new Plane(before.width(), before.height());
                for (int i = 0; i < plane.values().length; i++) {
                    plane.values()[i] = (before.pixels()[i] >> 8 & 0xFF) / 255f;
                }
                time(runs, () -> RidgeFilter.at(2, 4, 8).of(plane));
            }
            case "metrics" -> time(runs, () -> Measurement.of(before, setting));
            case "pair" -> {
                Photo after = read(folder.resolve("after.rgb"));
                time(runs, () -> Aligner.align(before, after, scale));
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void time(int runs, Supplier<Object> work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double wall = Double.MAX_VALUE;
        double cpu = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long cpuBefore = system.getProcessCpuTime();
            long before = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException("nothing was made");
            }
            wall = Math.min(wall, (System.nanoTime() - before) / 1e6);
            cpu = Math.min(cpu, (system.getProcessCpuTime() - cpuBefore) / 1e6);
        }
        System.out.printf(Locale.ROOT, "{\"wall\": %.1f, \"cpu\": %.1f}%n", wall, cpu);
    }

    private static void render(Path file, int width, int height, Capture capture) throws Exception {
        var frame = new Frame(width, height, Length.ofMillimetres(MM));
        Skin skin = Invention.within(frame, 77).person(Skin.itaDegrees(SkinType.III));
        int[] rgb = Phantom.photograph(skin, capture, frame).photo().rgb();
        var bytes = ByteBuffer.allocate(8 + 4 * rgb.length).putInt(width).putInt(height);
        bytes.asIntBuffer().put(rgb);
        Files.write(file, bytes.array());
    }

    private static Photo read(Path file) throws Exception {
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int width = bytes.getInt();
        int height = bytes.getInt();
        var rgb = new int[width * height];
        bytes.asIntBuffer().get(rgb);
        return new Photo(width, height, rgb, PhotoFormat.PNG);
    }
}
