package io.serai.console.inbox;

import io.serai.alert.AlertWish;
import io.serai.console.NamedHotel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which alerts are shown; empty is any.
 *
 * @param hotel as somebody names it
 * @param state open (when it is missing), ended or all
 */
record AlertFilter(@Nullable String hotel, @Nullable String kind, @Nullable String state) {

    /**
     * What it means among these hotels.
     *
     * @param at the one of them that its hotel means
     */
    AlertWish wish(List<Long> hotels, NamedHotel at, boolean everywhere) {
        return new AlertWish(
                hotels,
                everywhere,
                null,
                at.id(),
                kind == null || kind.isBlank() ? null : kind,
                shown());
    }

    /** The state that it shows. */
    public String shown() {
        return state != null && AlertWish.STATES.contains(state) ? state : AlertWish.OPEN;
    }

    /** The address of the page that shows the same. */
    public String address(@Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/inbox/alerts");
        if (hotel != null && !hotel.isBlank()) {
            address.queryParam("hotel", "{hotel}").uriVariables(Map.of("hotel", hotel.strip()));
        }
        if (kind != null && kind.matches("[a-z-]+")) {
            address.queryParam("kind", kind);
        }
        if (state != null && AlertWish.STATES.contains(state)) {
            address.queryParam("state", state);
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().build().toUriString();
    }
}
