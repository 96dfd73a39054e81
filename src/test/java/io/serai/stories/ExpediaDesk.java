package io.serai.stories;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.account.ChannelAccounts;
import io.serai.sandbox.GraphClient;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel at the stand-in of Expedia, its account connected to Serai by the way graphql, and its
 * notifications going to Serai. Each has numbers of its own.
 */
public final class ExpediaDesk {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String SECRET = "open sesame";

    public final RunningSerai serai;
    public final SandboxClient sandbox;
    private final int number = NUMBERS.incrementAndGet();
    public final String login = "graph-" + number;
    final long remoteHotel = 66_000L + number;
    final String room = remoteHotel + "1";
    final String plan = remoteHotel + "11";
    public final GraphClient partner;
    public final long account;
    public final int hotel;
    public final int connection;

    /**
     * @param notified whether Serai's address is registered, else nobody is told of bookings
     */
    public ExpediaDesk(boolean notified) {
        this(RunningSerai.shared(), notified);
    }

    /** The same in another running Serai. */
    ExpediaDesk(RunningSerai serai, boolean notified) {
        this.serai = serai;
        this.sandbox = new SandboxClient(serai.standInUrl("expedia"));
        sandbox.put(
                "/sandbox/accounts/" + login,
                "{\"secret\": \"" + SECRET + "\", \"delivery\": \"graphql\"}");
        sandbox.put(
                "/sandbox/hotels/" + remoteHotel,
                """
                {"name": "Example House", "currency": "EUR", "accounts": ["%s"], "timeZone": "Europe/Lisbon",
                 "pricing": "PerDayPricing", "collects": ["expedia", "hotel"], "taxPercent": 10,
                 "rooms": [{"id": "%s", "name": "Garden Double", "maxPersons": 3, "rates": [{"id": "%s", "name": "Standard"}]}]}"""
                        .formatted(login, room, plan));
        partner = new GraphClient(serai.standInUrl("expedia"), login);
        Map<String, String> credentials = new HashMap<>();
        credentials.put("api_key", login);
        credentials.put("api_secret", SECRET);
        credentials.put("client_id", login);
        credentials.put("client_secret", SECRET);
        credentials.put("webhook_key", "key-" + number);
        if (notified) {
            credentials.put(
                    "webhook_secret",
                    partner.register(
                            serai.url() + "/webhooks/expedia/notifications", "key-" + number));
        }
        account = serai.part(ChannelAccounts.class).take("expedia", login, credentials);
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency, horizon) values (?, 'Casa do Mar', 'Europe/Lisbon', 'EUR', 510) returning id",
                        login);
        connection =
                key(
                        """
                        insert into third_party_integrations
                               (hotel_id, integration_name, integration_type, provider, credentials, configuration, is_enabled, status, account_id, state)
                        values (?, 'Expedia', 'ota', 'expedia', jsonb_build_object('account', ?::bigint),
                                jsonb_build_object('test_mode', true, 'hotel_id', ?::text, 'reservations', 'graphql'), true, 'active', ?, 'open')
                        returning id""",
                        hotel,
                        account,
                        Long.toString(remoteHotel),
                        account);
    }

    public JdbcClient sql() {
        return serai.sql();
    }

    private int key(String sql, Object... params) {
        return sql().sql(sql).params(params).query(Integer.class).single();
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Lisbon"));
    }

    /** Books for a guest, whatever the counts say. */
    public long book(LocalDate arrival, LocalDate departure, String more) {
        return sandbox.post(
                        "/sandbox/hotels/" + remoteHotel + "/bookings",
                        wish(arrival, departure, more))
                .body()
                .path("id")
                .asLong();
    }

    public void change(long booking, LocalDate arrival, LocalDate departure) {
        sandbox.put(
                "/sandbox/hotels/" + remoteHotel + "/bookings/" + booking,
                wish(arrival, departure, ""));
    }

    public void cancel(long booking) {
        sandbox.delete("/sandbox/hotels/" + remoteHotel + "/bookings/" + booking);
    }

    private String wish(LocalDate arrival, LocalDate departure, String more) {
        return """
        {"arrival": "%s", "departure": "%s", "force": true, "remarks": "Late arrival",
         "booker": {"firstName": "Ann", "lastName": "Example", "email": "ann@example.com"},
         "rooms": [{"room": "%s", "rate": "%s", "adults": 2}]%s}"""
                .formatted(arrival, departure, room, plan, more);
    }

    /** How far each act on a booking got there: pending, confirmed, mailed. */
    public List<String> states(long booking) {
        for (JsonNode shown : sandbox.get("/sandbox/hotels/" + remoteHotel + "/bookings").body()) {
            if (shown.at("/booking/id").asLong() == booking) {
                return shown.path("transactions").findValuesAsText("state");
            }
        }
        return List.of();
    }

    /** The status of the booking here; empty when it is not known. */
    public String status(long booking) {
        return sql().sql("select status from reservations where account_id = ? and number = ?")
                .params(account, Long.toString(booking))
                .query(String.class)
                .optional()
                .orElse("");
    }

    public int revisions(long booking) {
        return sql().sql(
                        "select count(*) from reservation_revisions v join reservations r on r.id = v.reservation_id where r.account_id = ? and r.number = ?")
                .params(account, Long.toString(booking))
                .query(Integer.class)
                .single();
    }

    public void fault(String json) {
        sandbox.put("/sandbox/faults", json);
    }

    public void noFault() {
        sandbox.delete("/sandbox/faults");
    }
}
