package org.stipple.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stipple.quantities.ZoneId;

class FaceTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @Test
    void theMeshFindsTheFaceOfTheAstronaut() throws IOException {
        var face = astronaut();
        assertThat(face.points()).hasSize(Landmarks.MESH);
        // Where the corners of her eyes and the tip of her nose are, read off the picture.
        assertThat(face.at(33).x()).isCloseTo(193, within(4.0));
        assertThat(face.at(33).y()).isCloseTo(101, within(4.0));
        assertThat(face.at(263).x()).isCloseTo(258, within(4.0));
        assertThat(face.at(1).x()).isCloseTo(223, within(5.0));
        assertThat(FacePose.degreesOff(face, View.FRONTAL)).isLessThan(15);
    }

    @Test
    void isNotFoundWhereThereIsNone() throws IOException {
        var skin = new DrawnScene(300, 300, 0.4, 0.3, 0.2);
        skin.grain(0.1, 3);
        assertThat(mesh().find(skin.photo(1, 1, 1, 1, 1), Gate.Shot.BASELINE)).isEmpty();
    }

    @Test
    void anotherFileIsNoModel() {
        assertThatThrownBy(() -> new MeshLandmarks(new byte[] {1}, new byte[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("face_detection_short_range.tflite with SHA-256");
    }

    @Test
    void zonesOfTheAtlasLieApartAndOnTheirOwnSide() throws IOException {
        Landmarks face = turned(0, 0);
        for (ZoneId zone : ZoneId.face()) {
            List<Integer> corners = FaceAtlas.corners(zone);
            assertThat(new HashSet<>(corners)).as(zone.id()).hasSameSizeAs(corners);
            assertThat(corners).allMatch(index -> index >= 0 && index < Landmarks.MESH);
            double x = corners.stream()
                    .mapToDouble(i -> face.at(i).x() - 500)
                    .average()
                    .orElseThrow();
            if (zone.id().endsWith("-left")) {
                assertThat(x)
                        .as("the patient's left is on the right of the photo")
                        .isPositive();
            } else if (zone.id().endsWith("-right")) {
                assertThat(x).isNegative();
            } else {
                assertThat(x).isCloseTo(0, within(1.0));
            }
        }
        // No pixel belongs to two zones, and none to eyes and mouth.
        var times = new int[1000 * 1000];
        for (var lying : FaceAtlas.of(face)) {
            var region = Region.of(lying.outline().orElseThrow(), 1000, 1000);
            for (int i = 0; i < times.length; i++) {
                times[i] += region.contains(i % 1000, i / 1000) ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(times).max()).hasValue(1);
        for (int noGo : new int[] {159, 145, 386, 374, 13, 14, 33, 263, 133, 362, 0, 17, 98, 327, 94}) {
            Landmark at = face.at(noGo);
            assertThat(times[(int) at.y() * 1000 + (int) at.x()])
                    .as("landmark " + noGo)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FRONTAL, 0, forehead glabella nose cheek-left cheek-right upper-lip chin, ",
        "LEFT_45, -45, cheek-left temple-left periorbital-left jawline-left, cheek-right temple-right",
        "RIGHT_45, 45, cheek-right temple-right periorbital-right jawline-right, cheek-left temple-left",
        "LEFT_90, -90, temple-left jawline-left, cheek-right nose chin",
    })
    void aViewShowsTheZonesThatFaceTheCamera(View view, double yaw, String shown, String hidden) throws IOException {
        Landmarks face = turned(yaw, 0);
        var seen = FaceAtlas.of(face).stream()
                .filter(FaceAtlas.Lying::isSeen)
                .map(zone -> zone.id().id())
                .toList();
        assertThat(seen).contains(shown.split(" "));
        assertThat(FacePose.degreesOff(face, view)).isLessThan(3);
        if (hidden != null) {
            assertThat(seen).doesNotContain(hidden.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "4, 0, 4", "0, 7, 7", "20, 0, 20"})
    void tellsHowFarAHeadIsTurned(double yaw, double pitch, double expected) throws IOException {
        assertThat(FacePose.degreesBetween(turned(0, 0), turned(yaw, pitch))).isCloseTo(expected, within(1e-3));
        var gates = Gates.ofFace(turned(0, 0), java.util.Optional.of(turned(yaw, pitch)), View.FRONTAL);
        assertThat(gates.stream().filter(gate -> gate.kind() == Gate.Kind.POSE))
                .allMatch(gate -> gate.passed() == expected <= 5);
        assertThat(gates.stream().filter(gate -> gate.kind() == Gate.Kind.EXPRESSION))
                .as("a turn is no smile")
                .allMatch(Gate::passed);
    }

    @Test
    void seesASmileAndAnOpenMouth() throws IOException {
        Landmarks before = turned(0, 0);
        var points = new ArrayList<>(before.points());
        Landmark lip = points.get(14);
        points.set(14, new Landmark(lip.x(), lip.y() + 0.08 * before.eyeSpan(), lip.z()));
        var gates = Gates.ofFace(before, java.util.Optional.of(new Landmarks(points)), View.FRONTAL);
        assertThat(gates).anyMatch(gate -> gate.kind() == Gate.Kind.EXPRESSION && !gate.passed());
        assertThat(gates).anyMatch(gate -> gate.kind() == Gate.Kind.POSE && gate.passed());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-40, 0", "15, 10"})
    void sixClickedPointsAreEnoughForTheZones(double yaw, double pitch) throws IOException {
        Landmarks truth = turned(yaw, pitch);
        var clicked = Stream.of(33, 263, 1, 61, 291, 152).map(truth::place).toList();
        Landmarks fitted = canonical().laidOver(clicked).orElseThrow();
        for (int i = 0; i < Landmarks.MESH; i++) {
            assertThat(fitted.at(i).x()).isCloseTo(truth.at(i).x(), within(0.01));
            assertThat(fitted.at(i).y()).isCloseTo(truth.at(i).y(), within(0.01));
        }
        var scattered = List.of(
                new Place(0, 0),
                new Place(100, 10),
                new Place(10, 200),
                new Place(300, 20),
                new Place(20, 20),
                new Place(90, 90));
        assertThat(canonical().laidOver(scattered)).isEmpty();
    }

    @Test
    void zonesComeFromLandmarksWhereNoneAreGiven() throws IOException {
        var skin = new DrawnScene(1000, 1000, 0.45, 0.28, 0.20);
        skin.grain(0.1, 3);
        var photo = skin.photo(1, 1, 1, 1, 1);
        var given = new GivenLandmarks(java.util.Optional.of(turned(0, 0)), java.util.Optional.empty());
        var setting = new PhotoSetting(View.FRONTAL, List.of(), new Scale.Unknown("none")).knowing(given);
        var alone = Measurement.of(photo, setting);
        assertThat(alone.zones().stream().map(ZoneReadings::id))
                .containsExactlyInAnyOrderElementsOf(
                        ZoneId.face().stream().map(ZoneId::id).toList());
        var temple = alone.zones().stream()
                .filter(zone -> zone.id().equals("temple-left"))
                .findFirst()
                .orElseThrow();
        assertThat(temple.readings())
                .allSatisfy(reading -> assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.NotMeasurable.class,
                                refused -> assertThat(refused.why()).contains("faces away from the camera")));
        var pair = Measurement.of(photo, photo, setting);
        assertThat(Shots.erythema(pair))
                .isInstanceOfSatisfying(
                        Reading.NotMeasurable.class,
                        refused -> assertThat(refused.why()).contains("no landmarks in the followup"));
    }

    private static Landmarks astronaut() throws IOException {
        var photo = Photo.decode(data("faces", "astronaut.png"));
        return mesh().find(photo, Gate.Shot.BASELINE).orElseThrow();
    }

    private static MeshLandmarks mesh() throws IOException {
        return new MeshLandmarks(data("models", MeshLandmarks.DETECTOR_FILE), data("models", MeshLandmarks.MESH_FILE));
    }

    private static CanonicalFace canonical() throws IOException {
        return new CanonicalFace(data("geometry", CanonicalFace.FILE));
    }

    private static byte[] data(String folder, String file) throws IOException {
        Path path = DATA.resolve(folder).resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "skipped: no shared data");
        return Files.readAllBytes(path);
    }

    /// The canonical face 1000 pixels around (500, 500), turned about the vertical (above 0: to the right of the
    /// photo) and the horizontal axis.
    private static Landmarks turned(double yaw, double pitch) throws IOException {
        double cy = Math.cos(Math.toRadians(yaw));
        double sy = Math.sin(Math.toRadians(yaw));
        double cp = Math.cos(Math.toRadians(pitch));
        double sp = Math.sin(Math.toRadians(pitch));
        var points = new ArrayList<Landmark>();
        for (String line :
                new String(data("geometry", CanonicalFace.FILE)).lines().toList()) {
            String[] parts = line.strip().split("\\s+");
            if (parts[0].equals("v")) {
                double x = 40 * Double.parseDouble(parts[1]);
                double y = -40 * Double.parseDouble(parts[2]);
                double z = -40 * Double.parseDouble(parts[3]);
                double v = cp * y - sp * z;
                double w = sp * y + cp * z;
                points.add(new Landmark(500 + cy * x - sy * w, 500 + v, sy * x + cy * w));
            }
        }
        return new Landmarks(points);
    }
}
