package io.serai.reservation;

import io.serai.channel.account.ChannelAccounts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds whose reservation it is. A paused connection still takes; a disconnected one does not. */
@Repository
class HotelConnections {

    private static final String COLUMNS =
            """
            select c.id, c.hotel_id, h.time_zone, t.id as unknown_room_type
              from third_party_integrations c
              join hotels h on h.id = c.hotel_id
              left join room_types t on t.hotel_id = c.hotel_id
                                    and t.code = c.configuration ->> 'unknown_room_type'
            """;

    private final JdbcClient jdbc;
    private final ChannelAccounts accounts;

    HotelConnections(JdbcClient jdbc, ChannelAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** The name under which the account's channel is stored. */
    String provider(long accountId) {
        return accounts.provider(accountId);
    }

    /** The account's own connection before another's; no hotel named: its only one, if so. */
    Optional<HotelConnection> find(long accountId, String provider, @Nullable String remoteHotel) {
        return remoteHotel == null
                ? onlyOne(accountId)
                : jdbc.sql(
                                COLUMNS
                                        + """
                                        where c.provider = :provider and c.remote_hotel = :hotel
                                          and c.state <> 'disconnected' and c.hotel_id is not null
                                        order by (c.account_id = :account) desc nulls last, c.test_mode
                                        limit 1
                                        """)
                        .param("provider", provider)
                        .param("hotel", remoteHotel)
                        .param("account", accountId)
                        .query(HotelConnection.class)
                        .optional();
    }

    Optional<HotelConnection> find(int id) {
        return jdbc.sql(COLUMNS + "where c.id = ? and c.hotel_id is not null")
                .param(id)
                .query(HotelConnection.class)
                .optional();
    }

    private Optional<HotelConnection> onlyOne(long accountId) {
        var connections =
                jdbc.sql(
                                COLUMNS
                                        + """
                                        where c.account_id = ? and c.state <> 'disconnected'
                                          and c.hotel_id is not null
                                        """)
                        .param(accountId)
                        .query(HotelConnection.class)
                        .list();
        return connections.size() == 1 ? Optional.of(connections.get(0)) : Optional.empty();
    }
}
