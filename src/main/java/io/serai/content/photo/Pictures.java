package io.serai.content.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges what is uploaded by its content, and writes it anew: what a camera noted beside the
 * picture (place, time, owner) is not in what is written. One picture at a time is open, since a
 * large one fills much of the memory.
 */
@Component
public class Pictures {

    private static final Map<String, String> TYPES =
            Map.of("jpeg", "image/jpeg", "png", "image/png");
    private static final String EXPECTED = "a JPEG or PNG picture";

    private static final int BEGINNING = 4;

    private final PhotoSettings settings;

    Pictures(PhotoSettings settings) {
        this.settings = settings;
        ImageIO.setUseCache(false);
    }

    /**
     * A picture as it is kept.
     *
     * @throws PictureRefused when it is none, too large or too small
     */
    public synchronized Picture read(byte[] uploaded) {
        long most = settings.maxBytes().toBytes();
        if (uploaded.length == 0 || uploaded.length > most) {
            throw new PictureRefused(
                    uploaded.length + " bytes", EXPECTED + " of at most " + most + " bytes");
        }
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                String begins = HexFormat.of().formatHex(Arrays.copyOf(uploaded, BEGINNING));
                throw new PictureRefused("content that begins with " + begins, EXPECTED);
            }
            ImageReader reader = readers.next();
            try {
                // beside a PNG's picture may lie text that fills all memory when it is unpacked
                boolean notes = reader.getFormatName().equalsIgnoreCase("jpeg");
                reader.setInput(input, true, !notes);
                return read(reader, uploaded);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
            throw new PictureRefused(
                    "not to be decoded, " + broken.getMessage(), EXPECTED + " in RGB or grey");
        }
    }

    /** The largest picture, in bytes. */
    public int mostBytes() {
        return Math.toIntExact(settings.maxBytes().toBytes());
    }

    /** The most photos of a hotel. */
    public int most() {
        return settings.most();
    }

    private Picture read(ImageReader reader, byte[] uploaded) throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        String type = TYPES.get(format);
        if (type == null) {
            throw new PictureRefused("content of type " + format, EXPECTED);
        }
        demandSize(reader.getWidth(0), reader.getHeight(0));
        BufferedImage image = format.equals("jpeg") ? upright(reader) : reader.read(0);
        return new Picture(
                type,
                image.getWidth(),
                image.getHeight(),
                written(image, format),
                thumbnail(image, format),
                sha256(uploaded));
    }

    private void demandSize(int width, int height) {
        String met = width + " x " + height + " pixels";
        if (Math.min(width, height) < settings.leastSide()) {
            throw new PictureRefused(met, "at least " + settings.leastSide() + " a side");
        }
        if ((long) width * height > settings.mostPixels()) {
            throw new PictureRefused(met, "at most " + settings.mostPixels() + " in all");
        }
    }

    /** A camera that was held otherwise notes it, and writes the picture as it held it. */
    private static BufferedImage upright(ImageReader reader) throws IOException {
        Orientation orientation = orientation(reader);
        BufferedImage image = reader.read(0);
        return orientation == null || orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    /** Null where nothing readable is noted. */
    private static @Nullable Orientation orientation(ImageReader reader) {
        try {
            return ExifUtils.getExifOrientation(reader, 0);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private byte[] written(BufferedImage image, String format) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(settings.quality());
            }
            writer.write(null, new IIOImage(opaque(image, format), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** What was turned upright has a channel of transparency, which JPEG does not know. */
    private static BufferedImage opaque(BufferedImage image, String format) {
        if (!format.equals("jpeg") || !image.getColorModel().hasAlpha()) {
            return image;
        }
        BufferedImage plain =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        plain.createGraphics().drawImage(image, 0, 0, null);
        return plain;
    }

    private byte[] thumbnail(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(image)
                    .size(settings.thumbnail(), settings.thumbnail())
                    .outputFormat(format)
                    .toOutputStream(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
