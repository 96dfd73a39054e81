package io.serai.console.inventory;

import io.serai.channel.Channels;
import io.serai.channel.connection.TellingProgress;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.ValueWords;
import io.serai.console.Words;
import io.serai.console.grid.Choices;
import io.serai.delivery.OpenDrifts;
import io.serai.delivery.ReadBackWishes;
import io.serai.delivery.SyncState;
import io.serai.delivery.SyncStates;
import io.serai.hotel.room.RemoteRoom;
import io.serai.hotel.room.RemoteRooms;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each channel of a hotel is with its rooms. */
@Component
class RoomsAtChannels {

    private final SyncStates states;
    private final TellingProgress progress;
    private final OpenDrifts drifts;
    private final RemoteRooms rooms;
    private final ReadBackWishes readBacks;
    private final Channels channels;
    private final Clock clock;

    RoomsAtChannels(
            SyncStates states,
            TellingProgress progress,
            OpenDrifts drifts,
            RemoteRooms rooms,
            ReadBackWishes readBacks,
            Channels channels,
            Clock clock) {
        this.states = states;
        this.progress = progress;
        this.drifts = drifts;
        this.rooms = rooms;
        this.readBacks = readBacks;
        this.channels = channels;
        this.clock = clock;
    }

    private record Connection(int id, String name, String provider, boolean open) {}

    List<AtChannel> of(JdbcClient database, Hotel hotel) {
        Map<String, String> types =
                Choices.of(database, hotel).stream()
                        .collect(
                                Collectors.toMap(
                                        type -> Integer.toString(type.id()), Choices.Type::name));
        return database
                .sql(
                        """
                        select id, integration_name as name, provider, open from third_party_integrations
                         where hotel_id = ? and state <> 'disconnected' order by id
                        """)
                .param(hotel.id())
                .query(Connection.class)
                .list()
                .stream()
                .map(connection -> at(database, hotel, connection, types))
                .toList();
    }

    private AtChannel at(
            JdbcClient database, Hotel hotel, Connection connection, Map<String, String> types) {
        SyncState state = states.of(database, connection.id(), true);
        TellingProgress.Progress told = progress.of(database, connection.id());
        boolean answered = state.unknown() == 0;
        return new AtChannel(
                connection.id(),
                connection.name(),
                state.state(),
                connection.open(),
                Objects.requireNonNullElse(state.words(), ""),
                facts(state, hotel),
                answered ? told.percent() : Math.min(99, told.percent()),
                told.isDone() && answered,
                channels.findByCode(connection.provider()).filter(readBacks::isOffered).isPresent(),
                drifts.of(database, connection.id()).stream()
                        .map(
                                drift ->
                                        new AtChannel.Drift(
                                                drift.id(),
                                                (drift.rate() == null
                                                                ? "room " + drift.room()
                                                                : "room "
                                                                        + drift.room()
                                                                        + ", rate "
                                                                        + drift.rate())
                                                        + ": "
                                                        + ValueWords.what(drift.field()),
                                                Times.nights(drift.from(), drift.to()),
                                                value(drift.field(), drift.held()),
                                                value(drift.field(), drift.shown()),
                                                drift.certain()))
                        .toList(),
                rooms.of(database, connection.id()).stream()
                        .filter(room -> room.roomType() != null)
                        .map(room -> share(room, types))
                        .toList());
    }

    private static String value(String field, int value) {
        return field.endsWith("closed") ? value == 1 ? "closed" : "open" : Integer.toString(value);
    }

    private static AtChannel.Share share(RemoteRoom room, Map<String, String> types) {
        return new AtChannel.Share(
                room.id(),
                Objects.requireNonNullElse(room.name(), room.room()),
                types.getOrDefault(room.roomType(), ""),
                text(room.mostRooms()),
                text(room.lastRooms()));
    }

    private static String text(@Nullable Integer rooms) {
        return rooms == null ? "" : rooms.toString();
    }

    private List<String> facts(SyncState state, Hotel hotel) {
        List<String> facts = new ArrayList<>();
        facts.add(
                state.oldestUnsent() == null
                        ? "nothing unsent"
                        : "oldest unsent change waits "
                                + Times.roughly(
                                        Duration.between(state.oldestUnsent(), clock.instant())));
        if (state.unknown() > 0) {
            facts.add(Words.counted(state.unknown(), "night") + " not answered yet");
        }
        if (state.refused() > 0) {
            facts.add(Words.counted(state.refused(), "value") + " refused");
        }
        if (state.drifts() + state.suspected() > 0) {
            facts.add(
                    Words.counted(state.drifts(), "value")
                            + " shown otherwise than accepted, "
                            + state.suspected()
                            + " more to be looked at again");
        }
        SyncState.LastAttempt last = state.lastAttempt();
        if (last != null) {
            facts.add(
                    "last sent "
                            + Times.minute(last.openedAt(), hotel.zone())
                            + ": "
                            + Words.of("delivery", last.outcome())
                            + (last.reference() == null ? "" : ", reference " + last.reference()));
        }
        if (state.comparedAt() != null) {
            facts.add("all compared " + Times.minute(state.comparedAt(), hotel.zone()));
        }
        return facts;
    }
}
