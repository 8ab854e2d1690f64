package org.stipple.cli;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// PNG files, their checksums put right: the fuzzer would seldom guess one.
final class FuzzPng implements FuzzTarget {

    private static final int SIGNATURE = 8;

    @Override
    public String name() {
        return "png";
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_INDEXED,
            BufferedImage.TYPE_BYTE_BINARY
        }) {
            seeds.add(FuzzDecoding.png(type));
        }
        return seeds;
    }

    @Override
    public void read(byte[] bytes) {
        FuzzDecoding.decode(bytes);
        FuzzDecoding.decode(summed(bytes.clone()));
    }

    private static byte[] summed(byte[] file) {
        var data = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        while (at <= file.length - 12) {
            int length = data.getInt(at);
            if (length < 0 || length > file.length - 12 - at) {
                break;
            }
            var sum = new CRC32();
            sum.update(file, at + 4, length + 4);
            data.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
        return file;
    }

    /// As a fuzzer calls it.
    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzPng().read(bytes);
    }
}
