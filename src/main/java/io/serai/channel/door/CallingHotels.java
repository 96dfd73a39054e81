package io.serai.channel.door;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose hotel a call is for that names it by the channel's own number. */
final class CallingHotels {

    private final JdbcClient jdbc;

    CallingHotels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The connection of an account's hotel. */
    Optional<Long> connection(long account, String remoteHotel) {
        return jdbc.sql(
                        "select id from third_party_integrations where account_id = ? and remote_hotel = ? order by id limit 1")
                .params(account, remoteHotel)
                .query(Long.class)
                .optional();
    }
}
