package io.serai.console.inbox;

import io.serai.alert.AlertWish;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which alerts are shown; empty is any.
 *
 * @param state open (when it is missing), ended or all
 */
record AlertFilter(@Nullable Integer hotel, @Nullable String kind, @Nullable String state) {

    /** What it means among these hotels. */
    AlertWish wish(List<Long> hotels, boolean everywhere) {
        return new AlertWish(
                hotels,
                everywhere,
                null,
                hotel,
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
        if (hotel != null) {
            address.queryParam("hotel", hotel);
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
        return address.build().toUriString();
    }
}
