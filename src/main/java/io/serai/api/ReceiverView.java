package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.alert.Receiver;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts, as the API shows it.
 *
 * @param hotel whose alerts; missing: of all hotels, and of Serai itself
 * @param bySettings whether it stands in the settings, and is changed there
 * @param lastWords why the last message was not taken; missing: it was
 * @param secret shown once: when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiverView(
        String id,
        @Nullable String hotel,
        String name,
        String way,
        String address,
        List<String> kinds,
        String leastSeverity,
        boolean enabled,
        @Nullable String disabledReason,
        boolean bySettings,
        int waiting,
        int parked,
        @Nullable Instant lastTriedAt,
        @Nullable String lastWords,
        Instant createdAt,
        @Nullable String secret) {

    static ReceiverView of(Receiver receiver, @Nullable String secret) {
        OffsetDateTime told = receiver.toldAt();
        return new ReceiverView(
                Long.toString(receiver.id()),
                receiver.hotel() == null ? null : receiver.hotel().toString(),
                receiver.wish().name(),
                receiver.wish().way(),
                receiver.wish().address(),
                receiver.wish().kinds(),
                receiver.wish().least().word(),
                receiver.wish().enabled(),
                receiver.disabledReason(),
                receiver.isSet(),
                receiver.waiting(),
                receiver.parked(),
                told == null ? null : told.toInstant(),
                receiver.lastWords(),
                receiver.createdAt().toInstant(),
                secret);
    }
}
