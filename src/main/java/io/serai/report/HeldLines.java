package io.serai.report;

import io.serai.ari.Field;
import io.serai.channel.Channels;
import io.serai.report.HeldLine.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what channels hold of the rates that are something in the hotel. */
@Component
class HeldLines {

    private final Channels channels;

    HeldLines(Channels channels) {
        this.channels = channels;
    }

    /**
     * By hotel, night, room type, plan and connection; where only what differs is asked for,
     * without most of what does not.
     *
     * @param most so many at most
     */
    List<HeldLine> read(JdbcClient session, ReportQuestion question, int most) {
        List<HeldRate> known = HeldRate.read(session, question, channels);
        PriceGaps gaps = question.differing() ? PriceGaps.read(session, question, known) : null;
        List<HeldRate> rates = gaps == null ? known : gaps.rates();
        Looks looks = Looks.read(session, question);
        HeldCells cells =
                HeldCells.read(session, question, rates, gaps == null ? null : gaps.nights(), most);
        Map<Long, Instant> answered = answered(session, cells.attempts());
        List<HeldLine> lines = new ArrayList<>();
        int first = 0;
        for (int end = 1; end <= rates.size() && lines.size() < most; end++) {
            if (end == rates.size() || rates.get(end).hotel() != rates.get(first).hotel()) {
                List<HeldRate> ofHotel = rates.subList(first, end);
                question.period()
                        .from()
                        .datesUntil(question.period().until())
                        .forEach(
                                night -> {
                                    for (HeldRate rate : ofHotel) {
                                        HeldCells.Cell cell = cells.at(rate.rate(), night);
                                        if (cell != null) {
                                            lines.add(
                                                    line(
                                                            rate,
                                                            night,
                                                            cell,
                                                            cells.at(rate.room(), night),
                                                            question.guests(),
                                                            looks,
                                                            answered));
                                        }
                                    }
                                });
                first = end;
            }
        }
        return lines;
    }

    /** When the messages were answered that told these nights last. */
    private static Map<Long, Instant> answered(JdbcClient session, Set<Long> attempts) {
        Map<Long, Instant> answered = new HashMap<>();
        session.sql(
                        "select id, answered_at from attempts where id = any (:attempts) and answered_at is not null")
                .param("attempts", attempts.toArray(Long[]::new))
                .query(
                        row -> {
                            answered.put(
                                    row.getLong("id"),
                                    row.getObject("answered_at", OffsetDateTime.class).toInstant());
                        });
        return answered;
    }

    private static HeldLine line(
            HeldRate rate,
            LocalDate night,
            HeldCells.Cell own,
            HeldCells.@Nullable Cell room,
            int guests,
            Looks looks,
            Map<Long, Instant> answered) {
        Instant told = answered.get(own.attempt());
        Instant toldRoom = room == null ? null : answered.get(room.attempt());
        Instant priced = looks.priced(rate.connection(), night);
        boolean read = priced != null && (told == null || !priced.isBefore(told));
        HeldPrice price =
                HeldPrice.of(
                        rate.pricing(),
                        position ->
                                read
                                        ? looks.price(
                                                rate.rate(),
                                                night,
                                                position,
                                                own.price(position, guests))
                                        : own.price(position, guests),
                        own.unknown(),
                        guests,
                        rate.currency());
        boolean known =
                (own.unknown() & Field.CLOSED.bit()) == 0
                        && (room == null
                                || (room.unknown() & (Field.ROOMS.bit() | Field.ROOM_CLOSED.bit()))
                                        == 0);
        Instant accepted = latest(told, toldRoom);
        Instant looked = looks.last(rate.connection(), night);
        boolean shown = looked != null && (accepted == null || !looked.isBefore(accepted));
        Integer rooms =
                known && room != null
                        ? looks.value(rate.room(), Field.ROOMS, night, room.rooms())
                        : null;
        Boolean sold = known ? sold(rate, night, own, room, rooms, looks) : null;
        return new HeldLine(
                rate,
                night,
                price.amount(),
                price.why(),
                price.amount() == null ? Source.UNKNOWN : read ? Source.READ_BACK : Source.ACCEPTED,
                price.amount() == null ? null : read ? priced : told,
                rooms,
                sold,
                looks.value(rate.rate(), Field.MIN_THROUGH, night, own.leastStay()),
                sold == null ? Source.UNKNOWN : shown ? Source.READ_BACK : Source.ACCEPTED,
                sold == null ? null : shown ? looked : accepted);
    }

    /** Null where it was never told how many rooms there are, and is not closed. */
    private static @Nullable Boolean sold(
            HeldRate rate,
            LocalDate night,
            HeldCells.Cell own,
            HeldCells.@Nullable Cell room,
            @Nullable Integer rooms,
            Looks looks) {
        Integer closed = looks.value(rate.rate(), Field.CLOSED, night, own.closed());
        Integer whole =
                room == null
                        ? null
                        : looks.value(rate.room(), Field.ROOM_CLOSED, night, room.roomClosed());
        if (Integer.valueOf(1).equals(closed) || Integer.valueOf(1).equals(whole)) {
            return false;
        }
        return rooms == null ? null : rooms > 0;
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }
}
