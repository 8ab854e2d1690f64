package org.stipple.clinic.web.look;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// An address as a QR code (ISO/IEC 18004), which every phone's camera reads: `parts/code.jte`.
///
/// @param side modules of a side, the quiet zone of four counted
/// @param path of an SVG in which a module is one unit, dark squares only
/// @param address what it holds
public record QrCode(int side, String path, String address) {

    private static final int QUIET = 4;

    /// @throws IllegalArgumentException when the address is longer than a code holds
    public static QrCode of(String address) {
        BitMatrix bits = bits(address);
        var path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(bits.getWidth() + 2 * QUIET, path.toString(), address);
    }

    private static BitMatrix bits(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address of " + address.length() + " characters is no code", tooLong);
        }
    }
}
