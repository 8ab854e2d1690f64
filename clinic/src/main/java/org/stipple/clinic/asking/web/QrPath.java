package org.stipple.clinic.asking.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.stipple.clinic.asking.web.AskingViews.Code;

/// An address as a QR code, which every phone's camera reads.
final class QrPath {

    /// Modules of the quiet zone on each side (ISO/IEC 18004).
    private static final int QUIET = 4;

    private QrPath() {}

    static Code of(String address) {
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
        return new Code(bits.getWidth() + 2 * QUIET, path.toString(), address);
    }

    static BitMatrix bits(String address) {
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
