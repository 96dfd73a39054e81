package io.serai.sandbox.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of photos, their metadata, and their removal. */
final class PhotoFaces {

    static final String INVALID = "394";

    private static final String REQUIRED = "321";
    private static final int MOST = 299;
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Hotels hotels;
    private final PhotoRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PhotoFaces(Hotels hotels, PhotoRows rows, TransactionTemplate transaction, Clock clock) {
        this.hotels = hotels;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Upload(@Nullable List<Wanted> photos) {}

    record Wanted(@Nullable String url, @JsonProperty("tag_ids") @Nullable List<Integer> tagIds) {}

    Answer queue(Call call) {
        var hotel = hotel(call);
        var photos = Json.read(call.body(), Upload.class).photos();
        if (photos == null || photos.isEmpty()) {
            throw new Refusal(400, REQUIRED, "photos is missing (expected: a list of photos)");
        }
        if (rows.count(hotel.id()) + photos.size() > MOST) {
            throw new Refusal(
                    400, INVALID, "photos are more than " + MOST + " (expected: at most so many)");
        }
        var batch = name();
        transaction.executeWithoutResult(
                status -> photos.forEach(photo -> rows.queue(pending(hotel, batch, photo.url()))));
        return answer(call, Map.of("photo_batch_id", batch));
    }

    private PhotoRows.Pending pending(Hotel hotel, String batch, @Nullable String url) {
        if (url == null || !url.matches("https?://.+")) {
            throw new Refusal(400, INVALID, "url is '" + url + "' (expected: where a photo is)");
        }
        return new PhotoRows.Pending(
                name(), batch, hotel.id(), url, clock.instant(), "pending", null, null);
    }

    Answer pending(Call call) {
        var hotel = hotel(call);
        var batch = call.query().get("photo_batch_id");
        var since = clock.instant().minus(REMEMBERED);
        return answer(
                call,
                Map.of(
                        "photos",
                        rows.queued(hotel.id(), batch, since).stream()
                                .map(PhotoFaces::shown)
                                .toList()));
    }

    private static Map<String, Object> shown(PhotoRows.Pending pending) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("photo_pending_id", pending.pendingId());
        shown.put("url", pending.url());
        shown.put("status", pending.status());
        shown.put("request_timestamp", MOMENT.format(pending.requestedAt()));
        if (pending.message() != null) {
            shown.put("status_message", pending.message());
        }
        if (pending.photoId() != null) {
            shown.put("photo_id", pending.photoId());
        }
        return shown;
    }

    Answer all(Call call) {
        var hotel = hotel(call);
        var inGallery = rows.gallery(hotel.id(), PhotoRows.HOTEL);
        return answer(
                call,
                Map.of(
                        "photos",
                        rows.all(hotel.id()).stream()
                                .map(photo -> metadata(photo, inGallery))
                                .toList()));
    }

    private Map<String, Object> metadata(PhotoRows.Photo photo, List<String> inGallery) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("photo_id", photo.photoId());
        shown.put("name", photo.name());
        shown.put("width", photo.width());
        shown.put("height", photo.height());
        if (inGallery.contains(photo.photoId())) {
            shown.put("in_property_gallery", Map.of("property_id", photo.hotelId()));
        }
        shown.put(
                "in_room_galleries",
                rows.rooms(photo.photoId()).stream().map(room -> Map.of("room_id", room)).toList());
        return shown;
    }

    Answer remove(Call call) {
        var hotel = hotel(call);
        var photo = call.variables().getOrDefault("photo", "");
        if (rows.find(hotel.id(), photo).isEmpty()) {
            throw new Refusal(404, INVALID, "photo '" + photo + "' does not exist");
        }
        if (photo.equals(rows.main(hotel.id()))) {
            throw new Refusal(
                    400,
                    INVALID,
                    "photo '"
                            + photo
                            + "' is the main photo (expected: another main photo before)");
        }
        rows.remove(photo);
        return answer(call, Map.of());
    }

    /** The hotel in the path; refused where it is not linked to who calls. */
    Hotel hotel(Call call) {
        var id = call.variables().getOrDefault("property", "");
        return hotels.linkedTo(call.caller().clientId()).stream()
                .filter(hotel -> Long.toString(hotel.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(403, "497", "property " + id + " is not linked"));
    }

    static Answer answer(Call call, Map<String, ?> data) {
        return Answer.json(
                200,
                Json.write(
                        Map.of(
                                "meta",
                                Map.of("ruid", call.ruid()),
                                "data",
                                data,
                                "warnings",
                                List.of(),
                                "errors",
                                List.of())));
    }

    static String name() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
