package io.serai.console.inbox;

import io.serai.console.NamedHotel;
import io.serai.delivery.inbox.InboxWish;
import io.serai.hotel.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the inbox shows; empty is any.
 *
 * @param state parked when it is missing
 * @param hotel as somebody names it
 * @param since a day; what was parked on it or later
 */
record InboxFilter(
        @Nullable String state,
        @Nullable String kind,
        @Nullable String family,
        @Nullable String reason,
        @Nullable String channel,
        @Nullable String hotel,
        @Nullable String since) {

    /** Whether it shows what waits: nothing else can be sent again. */
    boolean isWaiting() {
        return given(state) == null || InboxWish.PARKED.equals(state);
    }

    /**
     * What it means among these hotels.
     *
     * @param at the one of them that its hotel means
     * @param zone in which its day begins
     */
    InboxWish wish(List<Long> hotels, NamedHotel at, ZoneId zone) {
        String wanted = given(state);
        return new InboxWish(
                hotels,
                null,
                wanted == null ? InboxWish.PARKED : wanted,
                given(kind),
                given(channel),
                at.id(),
                given(family),
                given(reason),
                begin(zone),
                false);
    }

    /** The address of the inbox that shows the same. */
    public String address(@Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/inbox");
        put(address, "state", state);
        put(address, "kind", kind);
        put(address, "family", family);
        put(address, "reason", reason);
        put(address, "channel", channel);
        put(address, "hotel", hotel);
        put(address, "since", since);
        put(address, "before", before == null ? null : before.toString());
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
        String said = given(value);
        if (said != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, said));
        }
    }

    private @Nullable Instant begin(ZoneId zone) {
        try {
            String day = given(since);
            return day == null ? null : Days.parse(day).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
