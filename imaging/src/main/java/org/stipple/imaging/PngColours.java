package org.stipple.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// How the numbers of a PNG file become colours (ISO/IEC 15948, 11.3.2): by a profile, as sRGB, or in words that
/// cannot be followed here, which are refused. Mutable, for one thread.
final class PngColours {

    /// The parts of a file that say it.
    static final Set<String> CHUNKS = Set.of("iCCP", "sRGB", "gAMA", "cHRM", "cICP");

    /// Of sRGB, in hundred-thousandths: white, red, green and blue, x and y each.
    private static final int[] PRIMARIES = {31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000};

    private static final int GAMMA = 45_455;

    /// `design`: programs round these numbers, none of another space lies so near.
    private static final int ROUNDING = 1_000;

    private static final int NAME = 80;

    private Optional<ICC_Profile> profile = Optional.empty();
    private boolean srgb;
    private boolean otherwise;

    /// Takes one of [#CHUNKS].
    ///
    /// @throws UnusablePhoto when it cannot be followed
    void chunk(String type, ByteBuffer data) {
        switch (type) {
            case "iCCP" -> {
                if (profile.isPresent()) {
                    throw new UnusablePhoto("a damaged PNG file: it has two colour profiles");
                }
                profile = Optional.of(profile(data));
            }
            case "sRGB" -> srgb = true;
            case "gAMA" -> otherwise |= data.remaining() != 4 || !isNear(data.getInt(), GAMMA);
            case "cHRM" -> otherwise |= !isSrgb(data);
            // Primaries, transfer, matrix and range of sRGB (ITU-T H.273).
            case "cICP" -> {
                if (data.remaining() != 4 || data.getInt() != 0x01_0D_00_01) {
                    throw new UnusablePhoto("a PNG file with colours of video (cICP), which are not applied here");
                }
            }
            default -> throw new IllegalArgumentException("says nothing of colours: " + type);
        }
    }

    /// The space of the profile; empty for sRGB, which is also what a file without a word of it has.
    ///
    /// @param grey whether the file is
    /// @throws UnusablePhoto when what it says cannot be applied
    Optional<ColorSpace> space(boolean grey) {
        if (profile.isEmpty()) {
            if (otherwise && !srgb) {
                throw new UnusablePhoto(
                        "a PNG file whose colours are not those of sRGB (gAMA, cHRM) and that has no colour profile"
                                + " to apply");
            }
            return Optional.empty();
        }
        if (grey) {
            throw new UnusablePhoto("a grey PNG file with a colour profile, which is not applied to grey");
        }
        ICC_Profile known = profile.get();
        if (known.getColorSpaceType() != ColorSpace.TYPE_RGB || !makesColours(known.getProfileClass())) {
            throw new UnusablePhoto("a PNG file with a colour profile that is not one of red, green and blue");
        }
        return Optional.of(new ICC_ColorSpace(known));
    }

    private static boolean makesColours(int profileClass) {
        return profileClass == ICC_Profile.CLASS_INPUT
                || profileClass == ICC_Profile.CLASS_DISPLAY
                || profileClass == ICC_Profile.CLASS_OUTPUT
                || profileClass == ICC_Profile.CLASS_COLORSPACECONVERSION;
    }

    private static boolean isNear(int number, int expected) {
        return Math.abs((long) number - expected) <= ROUNDING;
    }

    private static boolean isSrgb(ByteBuffer data) {
        if (data.remaining() != 4 * PRIMARIES.length) {
            return false;
        }
        for (int expected : PRIMARIES) {
            if (!isNear(data.getInt(), expected)) {
                return false;
            }
        }
        return true;
    }

    /// A name, a zero, a zero for the way of packing, and what is packed.
    private static ICC_Profile profile(ByteBuffer data) {
        int name = 0;
        while (name < Math.min(NAME, data.remaining()) && data.get(data.position() + name) != 0) {
            name++;
        }
        if (name + 2 >= data.remaining() || name == NAME || data.get(data.position() + name + 1) != 0) {
            throw new UnusablePhoto("a damaged PNG file: a colour profile that cannot be unpacked");
        }
        data.position(data.position() + name + 2);
        try {
            return ICC_Profile.getInstance(unpacked(data));
        } catch (IllegalArgumentException | ProfileDataException broken) {
            throw new UnusablePhoto("a PNG file with a damaged colour profile", broken);
        }
    }

    private static byte[] unpacked(ByteBuffer data) {
        var inflater = new Inflater();
        var whole = new ByteArrayOutputStream();
        var some = new byte[1 << 14];
        try {
            inflater.setInput(data);
            while (!inflater.finished()) {
                int count = inflater.inflate(some);
                if (count == 0) {
                    throw new UnusablePhoto("a damaged PNG file: a colour profile that breaks off");
                }
                whole.write(some, 0, count);
                if (whole.size() > JpegFile.MAX_PROFILE) {
                    throw new UnusablePhoto(
                            "a PNG file with a colour profile of more than " + JpegFile.MAX_PROFILE + " bytes");
                }
            }
            return whole.toByteArray();
        } catch (DataFormatException broken) {
            throw new UnusablePhoto("a damaged PNG file: a colour profile that cannot be unpacked", broken);
        } finally {
            inflater.end();
        }
    }
}
