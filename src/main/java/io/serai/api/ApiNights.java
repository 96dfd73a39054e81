package io.serai.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.hotel.night.CsvUpdates;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.JsonUpdates;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.NightsSettings;
import io.serai.hotel.night.SoldRows;
import io.serai.hotel.night.Updates;
import java.io.Reader;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nights, written and read: rates and rooms in the same way, by the path. */
@Component("apiNights")
public class ApiNights {

    private final NightWriting writing;
    private final NightsReader reader;
    private final SoldRows sold;
    private final TenantSession tenants;
    private final OnceOnly once;
    private final NightsSettings settings;
    private final ObjectMapper json;
    private final Semaphore turns;

    ApiNights(
            NightWriting writing,
            NightsReader reader,
            SoldRows sold,
            TenantSession tenants,
            OnceOnly once,
            NightsSettings settings,
            ObjectMapper json) {
        this.writing = writing;
        this.reader = reader;
        this.sold = sold;
        this.tenants = tenants;
        this.once = once;
        this.settings = settings;
        this.json = json;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * Writes what the body names, or says what it would change.
     *
     * @throws Problem 409 where a version is another, 413 where it is too large, 422 where
     *     something cannot be meant, 503 at once where as many as may be are being written; nothing
     *     is written then
     */
    public Answer write(Exchange exchange) {
        NightRequest request = NightRequest.of(exchange);
        boolean dryRun = request.dryRun();
        long most = settings.maxBody().toBytes();
        Long length = exchange.getMessage().getHeader("Content-Length", Long.class);
        if (length != null && length > most) {
            throw RequestHash.tooLarge(most);
        }
        if (!turns.tryAcquire()) {
            // whoever waited here would hold a thread that webhooks need
            throw new Problem(
                            503,
                            "Busy",
                            "nights: "
                                    + settings.atOnce()
                                    + " requests are being written (expected: fewer, serai.nights.at-once); try again")
                    .again(Duration.ofSeconds(10));
        }
        RequestHash body =
                new RequestHash(
                        RequestHash.line(exchange),
                        exchange.getMessage().getBody(Reader.class),
                        most);
        try {
            return once.answer(
                    request.caller(),
                    request.text("Idempotency-Key"),
                    body::whole,
                    database -> {
                        HotelNights nights = request.nights(sold, database);
                        return Answer.of(
                                200,
                                new NightShape(nights)
                                        .written(
                                                writing.write(
                                                        database,
                                                        nights,
                                                        updates(request, body),
                                                        dryRun),
                                                dryRun));
                    });
        } finally {
            turns.release();
        }
    }

    private Updates updates(NightRequest request, Reader body) {
        String type = String.valueOf(request.text(Exchange.CONTENT_TYPE));
        return type.startsWith("text/csv")
                ? new CsvUpdates(request.table(), body)
                : new JsonUpdates(json, body);
    }

    /** A night that is kept, with its version. */
    public Answer night(Exchange exchange) {
        NightRequest request = NightRequest.of(exchange);
        return tenants.call(
                request.caller().hotels(),
                request.caller().actor(),
                database -> shown(database, request, request.nights(sold, database)));
    }

    private Answer shown(JdbcClient database, NightRequest request, HotelNights nights) {
        var night =
                new ResultingNights(database, reader, nights)
                        .one(request.sold(nights), request.night("night", nights.today()));
        return new Answer(200, night, String.valueOf(night.get("version")));
    }

    /**
     * Sets fields of a night; those that the body does not name stay.
     *
     * @throws Problem 409 with the night as it is, where {@code If-Match} names another version
     */
    public Answer set(Exchange exchange) {
        NightRequest request = NightRequest.of(exchange);
        ObjectNode set =
                Objects.requireNonNullElseGet(
                        exchange.getMessage().getBody(ObjectNode.class), json::createObjectNode);
        return once.answer(
                exchange,
                request.caller(),
                set,
                database -> {
                    HotelNights nights = request.nights(sold, database);
                    writing.write(
                            database, nights, Updates.one(element(request, nights, set)), false);
                    return shown(database, request, nights);
                });
    }

    private ObjectNode element(NightRequest request, HotelNights nights, ObjectNode set) {
        ObjectNode element = json.createObjectNode();
        Map<String, Object> what = new NightShape(nights).sold(request.sold(nights));
        what.forEach((name, value) -> element.put(name, String.valueOf(value)));
        element.put("night", request.text("night"));
        String version = request.text("If-Match");
        if (version != null && !version.equals("*")) {
            element.put("version", version.replace("\"", ""));
        }
        element.set("set", set);
        return element;
    }
}
