package io.serai.content.photo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of a hotel's photos.
 *
 * @param id its key
 * @param position its place among the hotel's photos, from 1
 * @param main whether it is the hotel's main photo; one is, where there are any
 * @param captions what stands below it, by language
 * @param token names its files and its public address
 * @param type its media type
 * @param width pixels
 * @param height pixels
 * @param bytes of the whole picture
 * @param rooms codes of the room types that it shows, in their order; none: the hotel
 */
public record Photo(
        long id,
        int position,
        boolean main,
        Map<String, String> captions,
        String token,
        String type,
        int width,
        int height,
        int bytes,
        List<String> rooms) {

    public Photo {
        captions = new TreeMap<>(captions);
        rooms = List.copyOf(rooms);
    }
}
