package io.serai.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures of which no two are alike. */
public final class Painted {

    /** What a camera may have noted beside the picture. */
    public static final String NOTED = "taken by Ada at 38.7N 9.1W";

    private Painted() {}

    /** A JPEG: another one for each seed. */
    public static byte[] jpeg(int width, int height, int seed) {
        return written(width, height, seed, "jpeg");
    }

    /** A PNG: another one for each seed. */
    public static byte[] png(int width, int height, int seed) {
        return written(width, height, seed, "png");
    }

    /** A JPEG of a camera that was held upright and noted that (EXIF), with some words. */
    public static byte[] jpegWithNotes(int width, int height, int seed) {
        try {
            byte[] plain = jpeg(width, height, seed);
            byte[] words = (NOTED + "\0").getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream notes = new ByteArrayOutputStream();
            DataOutputStream data = new DataOutputStream(notes);
            data.writeBytes("Exif\0\0MM");
            data.writeShort(42);
            data.writeInt(8);
            data.writeShort(2);
            data.writeShort(0x010E);
            data.writeShort(2);
            data.writeInt(words.length);
            data.writeInt(38);
            data.writeShort(0x0112);
            data.writeShort(3);
            data.writeInt(1);
            data.writeShort(6);
            data.writeShort(0);
            data.writeInt(0);
            data.write(words);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            DataOutputStream picture = new DataOutputStream(whole);
            int afterJfif = 4 + ((plain[4] & 0xFF) << 8 | plain[5] & 0xFF);
            picture.write(plain, 0, afterJfif);
            picture.writeShort(0xFFE1);
            picture.writeShort(notes.size() + 2);
            picture.write(notes.toByteArray());
            picture.write(plain, afterJfif, plain.length - afterJfif);
            return whole.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] written(int width, int height, int seed, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(
                new GradientPaint(
                        0,
                        0,
                        new Color(seed * 7919 & 0xFFFFFF),
                        width,
                        height,
                        new Color(seed * 104729 & 0xFFFFFF)));
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
