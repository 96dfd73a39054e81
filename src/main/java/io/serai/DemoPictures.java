package io.serai;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Paints what a house by the sea may look like: sky, hills or walls, and what lies before them. */
final class DemoPictures {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1067;
    private static final int WAVES = 4;

    private DemoPictures() {}

    /**
     * A scene as a JPEG.
     *
     * @param above the colour of sky or wall
     * @param below that of sea, garden or floor
     * @param seed another picture for another one
     */
    static byte[] scene(Color above, Color below, int seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(seed);
        brush.setPaint(new GradientPaint(0, 0, above, 0, HEIGHT / 2f, above.brighter()));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setPaint(new Color(255, 244, 214, 200));
        double sun = 90 + random.nextInt(70);
        brush.fill(new Ellipse2D.Double(random.nextInt(WIDTH - 200), 80, sun, sun));
        for (int wave = 0; wave < WAVES; wave++) {
            brush.setPaint(mixed(below, wave));
            brush.fill(hill(random, HEIGHT * (9 + 2 * wave) / 18));
        }
        brush.dispose();
        return jpeg(image);
    }

    private static Color mixed(Color colour, int wave) {
        float share = 1f - wave * 0.16f;
        return new Color(
                (int) (colour.getRed() * share),
                (int) (colour.getGreen() * share),
                (int) (colour.getBlue() * share));
    }

    private static Path2D hill(Random random, int top) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(0, HEIGHT);
        hill.lineTo(0, top);
        hill.curveTo(
                WIDTH / 3.0,
                top - 40 - random.nextInt(160),
                WIDTH * 2 / 3.0,
                top + random.nextInt(160),
                WIDTH,
                top - random.nextInt(80));
        hill.lineTo(WIDTH, HEIGHT);
        hill.closePath();
        return hill;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
