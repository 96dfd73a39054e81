package io.serai.console;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the prices of a hotel's connections are in. */
public record ConnectionCurrencies(Map<String, String> byConnection, String hotels) {

    /** All connections of a hotel, left ones too. */
    public static ConnectionCurrencies of(JdbcClient session, Hotel hotel) {
        Map<String, String> all = new HashMap<>();
        session.sql("select id, currency from third_party_integrations where hotel_id = ?")
                .param(hotel.id())
                .query(
                        row -> {
                            if (row.getString("currency") != null) {
                                all.put(row.getString("id"), row.getString("currency"));
                            }
                        });
        return new ConnectionCurrencies(all, hotel.currency());
    }

    /** That of a connection; the hotel's where it has none of its own. */
    public String at(Object connection) {
        return byConnection.getOrDefault(connection.toString(), hotels);
    }
}
