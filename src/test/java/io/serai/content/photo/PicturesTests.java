package io.serai.content.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.testing.Painted;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** What is uploaded is judged by its content, and written anew. */
class PicturesTests {

    private final Pictures pictures =
            new Pictures(
                    new PhotoSettings(
                            DataSize.ofKilobytes(500),
                            650,
                            2_000_000,
                            299,
                            0.9f,
                            400,
                            Path.of("target"),
                            new PhotoSettings.Bucket("", null, "us-east-1", null, null, true),
                            Duration.ofHours(24),
                            Duration.ofMinutes(2),
                            40,
                            List.of()));

    @Test
    void leavesOutWhatTheCameraNotedAndTurnsThePictureUpright() throws IOException {
        byte[] uploaded = Painted.jpegWithNotes(1000, 700, 1);

        Picture picture = pictures.read(uploaded);

        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(picture.content()));
        assertThat(text(uploaded)).contains(Painted.NOTED, "Exif");
        assertThat(text(picture.content())).doesNotContain(Painted.NOTED, "Exif");
        assertThat(List.of(kept.getWidth(), kept.getHeight())).containsExactly(700, 1000);
        assertThat(List.of(picture.width(), picture.height())).containsExactly(700, 1000);
        assertThat(picture.type()).isEqualTo("image/jpeg");
    }

    @Test
    void makesAThumbnailOfTheSameShape() throws IOException {
        Picture picture = pictures.read(Painted.png(1200, 800, 2));

        BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));

        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(400, 267);
        assertThat(picture.type()).isEqualTo("image/png");
    }

    @Test
    void tellsPicturesApartByWhatWasUploaded() {
        String one = pictures.read(Painted.jpeg(700, 700, 3)).sha256();

        assertThat(pictures.read(Painted.jpeg(700, 700, 3)).sha256()).isEqualTo(one);
        assertThat(pictures.read(Painted.jpeg(700, 700, 4)).sha256()).isNotEqualTo(one);
    }

    @Test
    void unpacksNoTextThatLiesBesideThePicture() {
        byte[] plain = Painted.png(700, 700, 8);
        byte[] broken = "notes\0\0not packed at all".getBytes(StandardCharsets.ISO_8859_1);
        int header = 33;
        byte[] uploaded =
                ByteBuffer.allocate(plain.length + 12 + broken.length)
                        .put(plain, 0, header)
                        .putInt(broken.length)
                        .put("zTXt".getBytes(StandardCharsets.ISO_8859_1))
                        .put(broken)
                        .putInt(0)
                        .put(plain, header, plain.length - header)
                        .array();

        assertThat(pictures.read(uploaded).width()).isEqualTo(700);
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesWhatIsNoPictureThatCanBeTaken(byte[] uploaded, String words) {
        assertThatThrownBy(() -> pictures.read(uploaded))
                .isInstanceOf(PictureRefused.class)
                .hasMessageContaining(words);
    }

    static Stream<Arguments> unfit() {
        byte[] cut = Painted.jpeg(700, 700, 5);
        return Stream.of(
                Arguments.of(new byte[0], "0 bytes (expected: a JPEG or PNG picture"),
                Arguments.of(new byte[600_000], "600000 bytes"),
                Arguments.of(
                        "<svg/>".getBytes(StandardCharsets.UTF_8),
                        "content that begins with 3c737667"),
                Arguments.of(gif(), "content of type gif"),
                Arguments.of(Painted.png(649, 900, 6), "649 x 900 pixels (expected: at least 650"),
                Arguments.of(Painted.jpeg(2000, 1001, 7), "expected: at most 2000000 in all"),
                Arguments.of(Arrays.copyOf(cut, 300), "not to be decoded"));
    }

    private static byte[] gif() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(
                    new BufferedImage(700, 700, BufferedImage.TYPE_BYTE_INDEXED), "gif", bytes);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
