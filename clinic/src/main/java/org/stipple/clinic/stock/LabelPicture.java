package org.stipple.clinic.stock;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.Map;

/// The clinic's own label as a DataMatrix, ready to be drawn at any size. It holds the printed form, `(91)…`,
/// without FNC1: the library's encoder for that leaves stray characters at the end, and a scanner types this as
/// well.
///
/// @param modules how many dark or light squares a side has, the quiet zone not counted
/// @param path of an SVG in which a module is one unit, dark squares only
public record LabelPicture(int modules, String path) {

    /// Of the label of something in stock.
    public static LabelPicture of(Item item) {
        BitMatrix bits = encoded(item.labelCode());
        var path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new LabelPicture(bits.getWidth(), path.toString());
    }

    static BitMatrix encoded(String labelCode) {
        return new DataMatrixWriter()
                .encode(
                        labelCode,
                        BarcodeFormat.DATA_MATRIX,
                        0,
                        0,
                        Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
    }
}
