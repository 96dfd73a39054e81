package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.reservation.hook.ToldDelivery;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it.
 *
 * @param webhookId under which it is sent, however often
 * @param state waiting, done or parked
 * @param status of the last answer; missing: there was none
 * @param nextTryAt missing when it is not waiting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookDeliveryView(
        String id,
        String webhookId,
        String event,
        @Nullable String revision,
        @Nullable String reservation,
        String state,
        int tries,
        @Nullable Integer status,
        @Nullable String words,
        Instant createdAt,
        @Nullable Instant triedAt,
        @Nullable Instant nextTryAt) {

    static HookDeliveryView of(ToldDelivery told) {
        return new HookDeliveryView(
                Long.toString(told.id()),
                told.messageId(),
                told.event(),
                text(told.revisionId()),
                text(told.reservationId()),
                told.state(),
                told.tries(),
                told.status(),
                told.words(),
                told.createdAt().toInstant(),
                instant(told.triedAt()),
                told.state().equals("waiting") ? instant(told.nextTryAt()) : null);
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
