package io.serai.console.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.Times;
import io.serai.content.PartId;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How values, moments and states of content are written for people. */
public record ContentShown(Hotel hotel, HotelNames names) {

    private static final int LONG = 160;

    /** A value; a long one is cut. */
    public String value(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "nothing";
        }
        String text = isTexts(value) ? listed(value) : text(value);
        return text.length() > LONG ? text.substring(0, LONG) + "…" : text;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode);
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    /** A moment by the hotel's clock. */
    public String at(@Nullable Instant moment) {
        return moment == null ? "never" : Times.minute(moment, hotel.zone());
    }

    /** A part by its name: {@code product:GDN~STD} as <i>Garden Double, Standard</i>. */
    public String part(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return ContentSchema.words(name);
        }
        String code = name.substring(colon + 1);
        return switch (name.substring(0, colon)) {
            case PartId.ROOM -> names.roomType(code);
            case PartId.RATE_PLAN -> names.ratePlan(code);
            case PartId.PRODUCT -> names.sold(code);
            default -> code;
        };
    }

    /** A field by its path: {@code address.line1} as <i>Address, line 1</i>. */
    public String field(String path) {
        return ContentSchema.path(path);
    }

    /** A name of a step. */
    public String words(String name) {
        return ContentSchema.words(name);
    }

    /** What a state of a part or of a field means. */
    public String state(String word) {
        return switch (word) {
            case "settled" -> "told";
            case "waiting" -> "not told yet";
            case "lacking" -> "something is missing";
            case "absent" -> "not at the channel";
            case "pending" -> "the channel works on it";
            case "failing" -> "tried again by itself";
            case "given-up" -> "not tried again by itself";
            case "broken" -> "must be put right";
            case "there" -> "to be done at the channel";
            case "open" -> "to be sent";
            case "unknown" -> "sent, not answered";
            case "fixed" -> "cannot be changed there";
            default -> word;
        };
    }
}
