package io.serai.hotel.room;

import io.serai.ari.Allotment;
import io.serai.ari.Cell;
import io.serai.ari.Difference;
import io.serai.ari.Field;
import io.serai.ari.Held;
import io.serai.ari.Pricing;
import io.serai.ari.Remote;
import io.serai.ari.RoomNight;
import io.serai.ari.RoomSteps;
import io.serai.ari.Terms;
import io.serai.ari.Wanted;
import io.serai.channel.Channels;
import io.serai.hotel.room.RoomExplanation.Share;
import io.serai.hotel.room.RoomExplanation.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each connection is to have of the rooms left, and has, compared as the dispatcher does. */
@Repository
class RoomShares {

    private static final String ROOMS =
            """
            select r.id, r.connection_id, r.remote_room, r.is_child or r.is_readonly as inherits, r.most_rooms, r.last_rooms,
                   c.integration_name, c.provider, h.rooms, h.room_closed, coalesce(h.unknown, 0) as unknown,
                   case when cast(:night as date) < serai_today(r.hotel_id) then 'the night is past'
                        when cast(:night as date) >= serai_today(r.hotel_id) + hotels.horizon then 'the night is not sold yet'
                        when not c.open then 'the connection is not open' end as withheld
              from ota_rate_plans r
              join hotels on hotels.id = r.hotel_id
              join third_party_integrations c on c.id = r.connection_id and c.state <> 'disconnected'
              left join held_nights h on h.remote_id = r.id and h.night = cast(:night as date)
             where r.hotel_id = :hotel and r.room_type_id = :type and r.state = 'active'
             order by c.id, r.id
            """;

    private static final String REFUSED =
            """
            select remote_id as remote, field, value, words from refusals
             where hotel_id = ? and nights @> cast(? as date) order by id
            """;

    private final Channels channels;

    RoomShares(Channels channels) {
        this.channels = channels;
    }

    private record Refused(int remote, String field, String value, String words) {}

    /** Connections whose channel has no folder any more are left out. */
    List<Share> of(JdbcClient session, int hotel, int roomType, LocalDate night, RoomNight rooms) {
        List<Refused> refused =
                session.sql(REFUSED).params(hotel, night).query(Refused.class).list();
        return session
                .sql(ROOMS)
                .param("hotel", hotel)
                .param("type", roomType)
                .param("night", night)
                .query((row, number) -> share(row, roomType, rooms, refused))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Share share(
            ResultSet row, int roomType, RoomNight rooms, List<Refused> refused)
            throws SQLException {
        var channel = channels.findByCode(row.getString("provider"));
        if (channel.isEmpty()) {
            return null;
        }
        Remote remote = remote(row, roomType);
        Terms terms = new Terms(channel.get().definition(), remote, true);
        List<Step> steps = new ArrayList<>();
        Cell wanted = Wanted.room(terms, rooms, RoomExplanations.into(steps));
        Held held = held(row);
        List<Refused> here = refused.stream().filter(it -> it.remote() == remote.id()).toList();
        String withheld = row.getString("withheld");
        String state = state(terms, wanted, held, here, withheld != null);
        return new Share(
                row.getString("connection_id"),
                row.getString("integration_name"),
                row.getString("id"),
                remote.room(),
                row.getObject("last_rooms", Integer.class),
                row.getObject("most_rooms", Integer.class),
                number(wanted, Field.ROOMS),
                flag(wanted),
                number(held.values(), Field.ROOMS),
                flag(held.values()),
                state,
                why(state, withheld, here),
                ofTheConnection(steps));
    }

    private static Remote remote(ResultSet row, int roomType) throws SQLException {
        return new Remote(
                row.getInt("id"),
                row.getString("remote_room"),
                null,
                roomType,
                row.getBoolean("inherits"),
                Pricing.PER_DAY,
                Pricing.PER_DAY,
                1,
                1,
                Allotment.of(
                        row.getObject("most_rooms", Integer.class),
                        row.getObject("last_rooms", Integer.class)));
    }

    private static Held held(ResultSet row) throws SQLException {
        Cell cell = Cell.empty(0);
        int rooms = row.getInt("rooms");
        if (!row.wasNull()) {
            cell.set(Field.ROOMS, rooms);
        }
        boolean closed = row.getBoolean("room_closed");
        if (!row.wasNull()) {
            cell.set(Field.ROOM_CLOSED, closed);
        }
        return new Held(cell, row.getInt("unknown"));
    }

    private static String state(
            Terms terms, Cell wanted, Held held, List<Refused> refused, boolean withheld) {
        if (terms.remote().inherits()) {
            return "inherited";
        }
        if (Difference.of(terms, wanted, held, Difference.Refused.NOTHING) == null) {
            return "same";
        }
        Difference.Refused said =
                (field, value) ->
                        refused.stream()
                                .anyMatch(
                                        it -> it.field().equals(field) && it.value().equals(value));
        if (Difference.of(terms, wanted, held, said) == null) {
            return "refused";
        }
        if (withheld) {
            return "not-sent";
        }
        return held.unknown() == 0 ? "waiting" : "unknown";
    }

    private static String why(String state, @Nullable String withheld, List<Refused> refused) {
        return switch (state) {
            case "same" -> "it holds what it should";
            case "waiting" -> "the change is on its way";
            case "unknown" -> "it may hold something else and is told again";
            case "refused" ->
                    refused.stream()
                            .map(it -> it.field() + " " + it.value() + ": " + it.words())
                            .distinct()
                            .collect(Collectors.joining("; ", "it refused: ", ""));
            case "not-sent" -> String.valueOf(withheld);
            default -> "it derives this itself; nothing is sent";
        };
    }

    private static List<Step> ofTheConnection(List<Step> steps) {
        int first =
                steps.stream()
                        .map(Step::kind)
                        .toList()
                        .indexOf(RoomSteps.Kind.NONE_BELOW_ZERO.word());
        return first < 0 ? List.of() : List.copyOf(steps.subList(first, steps.size()));
    }

    private static @Nullable Integer number(Cell cell, Field field) {
        return cell.has(field) ? cell.get(field) : null;
    }

    private static @Nullable Boolean flag(Cell cell) {
        return cell.has(Field.ROOM_CLOSED) ? cell.get(Field.ROOM_CLOSED) == 1 : null;
    }
}
