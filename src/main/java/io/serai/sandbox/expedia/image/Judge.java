package io.serai.sandbox.expedia.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Whether bytes are a picture that the channel publishes: by their content, not by their name. */
final class Judge {

    private static final Set<String> FORMATS = Set.of("jpeg", "gif", "png", "bmp");
    private static final int LEAST_SIDE = 650;

    private Judge() {}

    /** Why not, in words; null when they are one. */
    static @Nullable String fault(byte[] bytes) {
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return "The file is no image of a supported type (JPEG, GIF, PNG, Bitmap)";
            }
            ImageReader reader = readers.next();
            try {
                return fault(reader, input);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return "The image is corrupted";
        }
    }

    private static @Nullable String fault(ImageReader reader, ImageInputStream input)
            throws IOException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            return "Images of type " + format + " are not supported (JPEG, GIF, PNG, Bitmap)";
        }
        reader.setInput(input, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.min(width, height) < LEAST_SIDE) {
            return "The image is too small: %d x %d pixels (expected: at least %d on each side)"
                    .formatted(width, height, LEAST_SIDE);
        }
        reader.read(0);
        return null;
    }
}
