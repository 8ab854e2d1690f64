package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.objdetect.ArucoDetector;
import org.opencv.objdetect.Objdetect;
import org.stipple.phantom.Capture;
import org.stipple.phantom.Frame;
import org.stipple.phantom.Marker;
import org.stipple.phantom.Phantom;
import org.stipple.phantom.Skin;
import org.stipple.phantom.Tag;
import org.stipple.quantities.Length;
import org.stipple.quantities.SkinType;

/// The tags of the synthetic scenes are those of the family: OpenCV's own list names them.
class PhantomTagsTest {

    private static final Frame FRAME = new Frame(1000, 800, Length.ofMillimetres(0.1));

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void areReadByOpenCvUnderTheirNumbersAndWhereTheTruthPutsThem(int first) {
        NativeVision.load();
        var tags = new ArrayList<Marker>();
        for (int i = 0; i < 10; i++) {
            tags.add(new Tag(first + i, 19 * (i % 5) - 38.0, 20 * (i / 5) - 10.0, 17 * i, Length.ofMillimetres(10)));
        }
        var rendering = Phantom.photograph(
                Skin.plain(SkinType.VI, 3), Capture.careful(1).leaning(8, -6).showing(tags), FRAME);
        var grey = new Mat(800, 1000, CvType.CV_8U);
        var bytes = new byte[800 * 1000];
        int[] rgb = rendering.photo().rgb();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (rgb[i] >> 8);
        }
        grey.put(0, 0, bytes);
        var ids = new Mat();
        List<Mat> corners = new ArrayList<>();
        new ArucoDetector(Objdetect.getPredefinedDictionary(Objdetect.DICT_APRILTAG_36h11))
                .detectMarkers(grey, corners, ids);
        assertThat(ids.rows()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            var tag = (Tag) tags.get((int) ids.get(i, 0)[0] - first);
            // The middle of the four corners; OpenCV counts from the middle of the first pixel.
            double x = 0.5;
            double y = 0.5;
            double trueX = 0;
            double trueY = 0;
            for (int corner = 0; corner < 4; corner++) {
                x += corners.get(i).get(0, corner)[0] / 4;
                y += corners.get(i).get(0, corner)[1] / 4;
                double[] truth = rendering.truth().pixelOnMarker(tag.corners().get(corner));
                trueX += truth[0] / 4;
                trueY += truth[1] / 4;
            }
            assertThat(x).isCloseTo(trueX, within(1.0));
            assertThat(y).isCloseTo(trueY, within(1.0));
        }
    }
}
