package org.stipple.phantom;

import java.util.stream.IntStream;

/// The blur of lens, focus and motion: a Gaussian, in linear light.
final class Lens {

    private Lens() {}

    static float[][] blurred(float[][] planes, int width, int height, double sigmaPx) {
        if (sigmaPx < 0.05) {
            return planes;
        }
        float[] kernel = kernel(sigmaPx);
        var result = new float[planes.length][];
        for (int plane = 0; plane < planes.length; plane++) {
            result[plane] = down(across(planes[plane], width, height, kernel), width, height, kernel);
        }
        return result;
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        var kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    private static float[] across(float[] plane, int width, int height, float[] kernel) {
        int radius = kernel.length / 2;
        var out = new float[plane.length];
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    sum += kernel[k + radius] * plane[y * width + Math.clamp(x + k, 0, width - 1)];
                }
                out[y * width + x] = sum;
            }
        });
        return out;
    }

    private static float[] down(float[] plane, int width, int height, float[] kernel) {
        int radius = kernel.length / 2;
        var out = new float[plane.length];
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int k = -radius; k <= radius; k++) {
                int row = Math.clamp(y + k, 0, height - 1) * width;
                float weight = kernel[k + radius];
                for (int x = 0; x < width; x++) {
                    out[y * width + x] += weight * plane[row + x];
                }
            }
        });
        return out;
    }
}
