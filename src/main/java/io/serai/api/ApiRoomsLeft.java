package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.hotel.room.LeftNight;
import io.serai.hotel.room.LeftStale;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import io.serai.hotel.room.RoomsLeft;
import io.serai.hotel.room.SaidLeft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left, read and said by systems that count reservations themselves. */
@Component("apiRoomsLeft")
public class ApiRoomsLeft {

    private final Targets targets;
    private final TenantSession tenants;
    private final RoomTypes types;
    private final RoomsLeft rooms;
    private final OnceOnly once;

    ApiRoomsLeft(
            Targets targets,
            TenantSession tenants,
            RoomTypes types,
            RoomsLeft rooms,
            OnceOnly once) {
        this.targets = targets;
        this.tenants = tenants;
        this.once = once;
        this.types = types;
        this.rooms = rooms;
    }

    /** The nights that a hotel sells, as a request may name them. */
    private record Sold(LocalDate today, LocalDate last) {}

    private static Sold sold(JdbcClient session, int hotel) {
        return session.sql(
                        "select serai_today(id) as today, serai_today(id) + horizon - 1 as last from hotels where id = ?")
                .param(hotel)
                .query(Sold.class)
                .single();
    }

    /**
     * What is left, and the latest revision of the hotel. The number is read first: what a caller
     * then finds of reservations is not older.
     */
    public Left read(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("from") @Nullable String from,
            @Header("to") @Nullable String to,
            @Header("roomType") @Nullable String roomType) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    Sold sold = sold(session, key);
                    Stretch nights =
                            Stretch.of(
                                    new Stretch.Wish(from, to, null, null),
                                    sold.today(),
                                    sold.last());
                    long counted = rooms.counted(session, key);
                    return new Left(
                            Long.toString(counted),
                            rooms.read(session, key, roomType, nights.from(), nights.to()));
                });
    }

    /** Writes what is left, whole or not at all, and once where it comes with a key. */
    public Answer write(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable LeftWish wish) {
        int key = targets.hotel(caller, hotel);
        if (wish == null) {
            throw Problem.bad("body: none (expected: {\"countedUpTo\", \"nights\"})");
        }
        return once.answer(
                exchange,
                caller,
                wish,
                session -> {
                    long latest = rooms.counted(session, key);
                    long counted = wish.counted(latest);
                    Sold sold = sold(session, key);
                    List<SaidLeft> said = wish.said(codes(session, key), sold.today(), sold.last());
                    try {
                        rooms.write(session, key, counted, said);
                    } catch (LeftStale stale) {
                        throw changed(stale, counted, rooms.counted(session, key));
                    }
                    return Answer.of(200, new Counted(said.size(), Long.toString(latest)));
                });
    }

    private Map<String, Integer> codes(JdbcClient session, int hotel) {
        return types.of(session, hotel).stream()
                .collect(
                        Collectors.toMap(
                                RoomType::code,
                                type -> Integer.valueOf(type.id()),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static Problem changed(LeftStale stale, long counted, long latest) {
        return new Problem(
                        409,
                        "Changed meanwhile",
                        "countedUpTo: '%d' (expected: what counts all reservations of the nights up to %d, and sees what is left now)"
                                .formatted(counted, latest))
                .with("latestRevision", Long.toString(latest))
                .with("newer", stale.newer())
                .with("more", stale.more());
    }

    /** What is left; counted up to the latest revision of the hotel. */
    public record Left(String countedUpTo, List<LeftNight> nights) {}

    /**
     * How many nights were written; and the latest revision of the hotel, which need not be counted
     * in them.
     */
    public record Counted(int nights, String latestRevision) {}
}
