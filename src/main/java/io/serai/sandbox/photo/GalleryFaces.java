package io.serai.sandbox.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What the galleries of a hotel and of its rooms show. */
final class GalleryFaces {

    private final PhotoFaces photos;
    private final PhotoRows rows;
    private final TransactionTemplate transaction;

    GalleryFaces(PhotoFaces photos, PhotoRows rows, TransactionTemplate transaction) {
        this.photos = photos;
        this.rows = rows;
        this.transaction = transaction;
    }

    record Order(
            @Nullable List<String> order,
            @JsonProperty("main_photo") @Nullable String mainPhoto,
            @JsonProperty("smart_ordering") @Nullable Boolean smartOrdering) {}

    Answer hotel(Call call) {
        var hotel = photos.hotel(call);
        var shown = new LinkedHashMap<String, Object>();
        shown.put("order", named(rows.gallery(hotel.id(), PhotoRows.HOTEL)));
        shown.put("smart_ordering", rows.isSmart(hotel.id()));
        var main = rows.main(hotel.id());
        if (main != null) {
            shown.put("main_photo", Map.of("photo_id", main));
        }
        return PhotoFaces.answer(call, shown);
    }

    Answer room(Call call) {
        var hotel = photos.hotel(call);
        return PhotoFaces.answer(
                call, Map.of("order", named(rows.gallery(hotel.id(), room(call, hotel)))));
    }

    Answer orderHotel(Call call) {
        var hotel = photos.hotel(call);
        var said = said(call, hotel);
        var main = said.mainPhoto();
        if (main != null && rows.find(hotel.id(), main).isEmpty()) {
            throw unknown(main);
        }
        transaction.executeWithoutResult(
                status -> {
                    rows.order(hotel.id(), PhotoRows.HOTEL, order(said));
                    if (main != null) {
                        rows.main(hotel.id(), main);
                    }
                    if (said.smartOrdering() != null) {
                        rows.smart(hotel.id(), said.smartOrdering());
                    }
                });
        return PhotoFaces.answer(call, Map.of());
    }

    Answer orderRoom(Call call) {
        var hotel = photos.hotel(call);
        var room = room(call, hotel);
        var said = said(call, hotel);
        transaction.executeWithoutResult(status -> rows.order(hotel.id(), room, order(said)));
        return PhotoFaces.answer(call, Map.of());
    }

    private Order said(Call call, Hotel hotel) {
        var said = Json.read(call.body(), Order.class);
        var order = order(said);
        if (new HashSet<>(order).size() < order.size()) {
            throw new Refusal(400, PhotoFaces.INVALID, "order names a photo twice");
        }
        order.stream()
                .filter(photo -> rows.find(hotel.id(), photo).isEmpty())
                .findFirst()
                .ifPresent(
                        photo -> {
                            throw unknown(photo);
                        });
        return said;
    }

    private static List<String> order(Order said) {
        if (said.order() == null) {
            throw new Refusal(400, "321", "order is missing (expected: a list of photos)");
        }
        return said.order();
    }

    private static Refusal unknown(String photo) {
        return new Refusal(400, PhotoFaces.INVALID, "photo '" + photo + "' does not exist");
    }

    private static long room(Call call, Hotel hotel) {
        var room = call.variables().getOrDefault("room", "");
        return hotel.rooms().keySet().stream()
                .filter(known -> Long.toString(known).equals(room))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        PhotoFaces.INVALID,
                                        "room " + room + " does not exist"));
    }

    private static List<Map<String, String>> named(List<String> photos) {
        return photos.stream().map(photo -> Map.of("photo_id", photo)).toList();
    }
}
