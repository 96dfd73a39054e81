package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request's worth of rooms, prices and restrictions: what the port {@code ari-push} takes.
 * {@code mappings/schema/ari-push.json} says the same of its JSON.
 *
 * @param hotel the channel's own id of the hotel
 * @param currency ISO 4217 code of every price in it
 * @param request the request of {@code channel.yaml} it is put together for
 * @param target whether it is meant for a live hotel
 * @param updates what changes, in order, at least one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PushRequest(
        String hotel, String currency, String request, Target target, List<Update> updates) {

    /** Whether a message is meant for a hotel that guests can book. */
    public enum Target {
        TEST,
        PRODUCTION;

        /** The word of the port contract. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The same values for a range of nights of one room type or product.
     *
     * @param id its number in the request, from 1; an answer's items name it
     * @param room the channel's own id of the room type
     * @param rate the channel's own id of the rate; null for what belongs to the room type
     * @param from the first night
     * @param to the last night, included
     * @param days the weekdays of the range it is meant for; null for all
     * @param set the values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Update(
            int id,
            String room,
            @Nullable String rate,
            LocalDate from,
            LocalDate to,
            @Nullable List<Day> days,
            NightValues set) {}

    /** A weekday, written {@code mon}. */
    public enum Day {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        /** The one of a night. */
        public static Day of(DayOfWeek day) {
            return values()[day.getValue() - 1];
        }

        /** The word of the port contract. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PushRequest {
        updates = List.copyOf(updates);
    }
}
