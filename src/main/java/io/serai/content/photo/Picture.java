package io.serai.content.photo;

/**
 * A picture as it is kept: upright, with nothing in it but what is to be seen.
 *
 * @param type its media type, by its content
 * @param width pixels
 * @param height pixels
 * @param content the whole picture
 * @param thumbnail the same, small
 * @param sha256 of what was uploaded, in hex
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(
        String type, int width, int height, byte[] content, byte[] thumbnail, String sha256) {}
