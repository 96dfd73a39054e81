package io.serai.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param hotels the keys of the hotels that it is about
 * @param per what has lines of its own
 * @param channel of this channel alone, as connections name it; null: of all
 * @param lastYear whether each figure stands beside the same of a year before
 * @param pickUp days back that pick-up looks
 * @param guests that a price is compared for
 * @param differing of parity, only where channels differ
 * @param now what is now
 */
public record ReportQuestion(
        List<Integer> hotels,
        Period period,
        By by,
        Each each,
        Set<Per> per,
        @Nullable String channel,
        boolean lastYear,
        int pickUp,
        int guests,
        boolean differing,
        Instant now) {

    public ReportQuestion {
        hotels = List.copyOf(hotels);
        per = Set.copyOf(per);
    }

    boolean perHotel() {
        return per.contains(Per.HOTEL);
    }

    boolean perChannel() {
        return per.contains(Per.CHANNEL);
    }

    /** The same, with lines for each channel. */
    ReportQuestion ofChannels() {
        Set<Per> more = EnumSet.of(Per.CHANNEL);
        more.addAll(per);
        return of(period, each, more, channel, lastYear, now);
    }

    /** The same, about all channels. */
    ReportQuestion ofAllChannels() {
        return of(period, each, per, null, lastYear, now);
    }

    /** The same, about some days of one hotel. */
    ReportQuestion of(int hotel, Period when) {
        return new ReportQuestion(
                List.of(hotel),
                when,
                by,
                each,
                per,
                channel,
                lastYear,
                pickUp,
                guests,
                differing,
                now);
    }

    /** The same, as somebody would have asked a year before. */
    ReportQuestion yearBefore() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(each.yearBefore(today), today);
        return of(
                each.yearBefore(period),
                each,
                per,
                channel,
                false,
                now.minus(days, ChronoUnit.DAYS));
    }

    /** The same in one step, of all channels together. */
    ReportQuestion together() {
        Set<Per> fewer = new HashSet<>(per);
        fewer.remove(Per.CHANNEL);
        return of(period, Each.WHOLE, fewer, channel, lastYear, now);
    }

    /** The same, in one step. */
    ReportQuestion whole() {
        return of(period, Each.WHOLE, per, channel, lastYear, now);
    }

    private ReportQuestion of(
            Period when,
            Each step,
            Set<Per> lines,
            @Nullable String which,
            boolean compared,
            Instant at) {
        return new ReportQuestion(
                hotels, when, by, step, lines, which, compared, pickUp, guests, differing, at);
    }

    /** The parameters that statements about the period share. */
    Map<String, Object> parameters() {
        return Map.of(
                "hotels", hotels.toArray(Integer[]::new),
                "from", period.from(),
                "until", period.until());
    }
}
