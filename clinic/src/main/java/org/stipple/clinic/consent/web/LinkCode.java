package org.stipple.clinic.consent.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// An address as a QR code, ready to be drawn at any size.
///
/// @param side how many modules a side has, the quiet zone counted
/// @param path of an SVG in which a module is one unit, dark squares only
record LinkCode(int side, String path) {

    static LinkCode of(String address) {
        BitMatrix bits = encoded(address);
        var path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new LinkCode(bits.getWidth(), path.toString());
    }

    private static BitMatrix encoded(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("an address of " + address.length() + " characters", tooLong);
        }
    }
}
