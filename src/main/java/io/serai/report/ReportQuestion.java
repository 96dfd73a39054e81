package io.serai.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param hotels the keys of the hotels that it is about
 * @param perHotel whether each hotel has lines of its own
 * @param perChannel whether each channel has
 * @param channel of this channel alone, as connections name it; null: of all
 * @param lastYear whether each figure stands beside the same of a year before
 * @param pickUp days back that pick-up looks
 * @param guests that a price is compared for
 * @param now what is now
 */
public record ReportQuestion(
        List<Integer> hotels,
        Period period,
        By by,
        Each each,
        boolean perHotel,
        boolean perChannel,
        @Nullable String channel,
        boolean lastYear,
        int pickUp,
        int guests,
        Instant now) {

    public ReportQuestion {
        hotels = List.copyOf(hotels);
    }

    /** The same, with lines for each channel. */
    ReportQuestion ofChannels() {
        return new ReportQuestion(
                hotels, period, by, each, perHotel, true, channel, lastYear, pickUp, guests, now);
    }

    /** The same, about all channels. */
    ReportQuestion ofAllChannels() {
        return new ReportQuestion(
                hotels,
                period,
                by,
                each,
                perHotel,
                perChannel,
                null,
                lastYear,
                pickUp,
                guests,
                now);
    }

    /** The same, as somebody would have asked a year before. */
    ReportQuestion yearBefore() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new ReportQuestion(
                hotels,
                each.yearBefore(period),
                by,
                each,
                perHotel,
                perChannel,
                channel,
                false,
                pickUp,
                guests,
                now.minus(ChronoUnit.DAYS.between(each.yearBefore(today), today), ChronoUnit.DAYS));
    }

    /** The same, in one step. */
    ReportQuestion whole() {
        return new ReportQuestion(
                hotels,
                period,
                by,
                Each.WHOLE,
                perHotel,
                perChannel,
                channel,
                lastYear,
                pickUp,
                guests,
                now);
    }

    /** The parameters that statements about the period share. */
    Map<String, Object> parameters() {
        return Map.of(
                "hotels", hotels.toArray(Integer[]::new),
                "from", period.from(),
                "until", period.until());
    }
}
