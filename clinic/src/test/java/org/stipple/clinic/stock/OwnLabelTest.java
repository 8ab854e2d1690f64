package org.stipple.clinic.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnLabelTest {

    @Test
    void isTheLastSixtyBitsOfTheIdentifier() {
        var id = UUID.fromString("01234567-89ab-4def-8123-456789abcdef");
        String label = OwnLabel.of(id);
        assertThat(label).hasSize(12);
        assertThat(OwnLabel.lastDigits(label)).isEqualTo("123456789abcdef");
        assertThat(UnitCode.parse("(91)" + label).label()).contains(label);
        assertThat(UnitCode.parse("]d291" + label).label()).contains(label);
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(UnitCode.parse("(91)7k3m-9q2x-w4tc").label()).contains("7K3M9Q2XW4TC");
        assertThat(UnitCode.parse("(91)OIL000000000").label()).contains("011000000000");
        assertThatThrownBy(() -> UnitCode.parse("(91)7K3M")).hasMessageContaining("the clinic's own label has 12");
    }

    @Test
    void sixtyBitsComeBackFromAnyIdentifier() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            assertThat(OwnLabel.lastDigits(OwnLabel.of(id)))
                    .isEqualTo(id.toString().replace("-", "").substring(17));
        }
    }

    /// Read by the decoder of another part of the library, from a picture as a scanner sees it.
    @Test
    void itsPictureIsADataMatrixThatAScannerReads() throws Exception {
        var random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String label = OwnLabel.of(new UUID(random.nextLong(), random.nextLong()));
            Result read = read(LabelPicture.encoded("(91)" + label));
            assertThat(read.getText()).isEqualTo("(91)" + label);
            assertThat(read.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))
                    .isEqualTo("]d1");
            assertThat(UnitCode.parse("]d1" + read.getText()).label()).contains(label);
        }
    }

    private static Result read(BitMatrix bits) throws Exception {
        int scale = 6;
        int quiet = 2;
        int width = (bits.getWidth() + 2 * quiet) * scale;
        int height = (bits.getHeight() + 2 * quiet) * scale;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = x / scale - quiet;
                int row = y / scale - quiet;
                boolean dark = column >= 0
                        && row >= 0
                        && column < bits.getWidth()
                        && row < bits.getHeight()
                        && bits.get(column, row);
                pixels[y * width + x] = dark ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new DataMatrixReader()
                .decode(picture, Map.of(DecodeHintType.POSSIBLE_FORMATS, java.util.List.of(BarcodeFormat.DATA_MATRIX)));
    }
}
