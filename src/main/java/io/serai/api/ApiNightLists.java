package io.serai.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.serai.database.TenantSession;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.SoldRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Lists of nights, written to the caller as they are read. What fails before the first of them was
 * sent is answered as ever; afterwards the list ends in what cannot be parsed.
 */
@Component("apiNightLists")
public class ApiNightLists {

    private static final Logger LOG = LoggerFactory.getLogger(ApiNightLists.class);
    private static final int LONGEST = 1100;

    private final NightsReader reader;
    private final SoldRows sold;
    private final TenantSession tenants;
    private final ObjectMapper json;

    ApiNightLists(NightsReader reader, SoldRows sold, TenantSession tenants, ObjectMapper json) {
        this.reader = reader;
        this.sold = sold;
        this.tenants = tenants;
        this.json = json;
    }

    /** The nights that the query names, as JSON, with what plans and rules make of them. */
    public void json(Exchange exchange) throws IOException {
        answer(
                exchange,
                "application/json",
                (database, range, out) -> {
                    ResultingNights nights = new ResultingNights(database, reader, range.nights());
                    try (JsonGenerator list =
                            json.createGenerator(out)
                                    .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)) {
                        list.writeStartObject();
                        list.writeStringField("hotel", Integer.toString(range.nights().hotel()));
                        list.writeStringField("currency", range.nights().currency());
                        list.writeStringField("from", range.from().toString());
                        list.writeStringField("to", range.to().toString());
                        list.writeArrayFieldStart("nights");
                        for (Sold what : range.wanted()) {
                            for (Object night : nights.of(what, range.from(), range.to())) {
                                list.writePOJO(night);
                            }
                        }
                        list.writeEndArray();
                        list.writeEndObject();
                    }
                });
    }

    /** The nights that are written, as CSV: what a request to write takes. */
    public void csv(Exchange exchange) throws IOException {
        answer(
                exchange,
                "text/csv;charset=UTF-8",
                (database, range, out) -> {
                    NightLines lines = new NightLines(new NightShape(range.nights()));
                    try (SequenceWriter list =
                            new CsvMapper().writer(lines.schema()).writeValues(out)) {
                        list.write(lines.header());
                        reader.each(
                                range.nights(),
                                range.wanted().stream().map(Sold::id).toList(),
                                range.from(),
                                range.to(),
                                night -> write(list, lines.line(night)));
                    }
                });
    }

    private static void write(SequenceWriter list, List<String> line) {
        try {
            list.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Exchange exchange, String type, Listing listing) throws IOException {
        NightRequest request = NightRequest.of(exchange);
        HttpServletResponse response =
                exchange.getMessage()
                        .getHeader(Exchange.HTTP_SERVLET_RESPONSE, HttpServletResponse.class);
        try {
            tenants.run(
                    request.caller().hotels(),
                    request.caller().actor(),
                    database -> {
                        Range range = range(request, request.nights(sold, database));
                        response.setContentType(type);
                        try {
                            listing.write(
                                    database,
                                    range,
                                    StreamUtils.nonClosing(response.getOutputStream()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                response.reset();
                throw failed;
            }
            LOG.error("a list of nights breaks off, {}", request.hotel(), failed);
            response.getOutputStream().print("\n\"incomplete\n");
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    private static Range range(NightRequest request, HotelNights nights) {
        LocalDate from = request.night("from", nights.today());
        LocalDate to = request.night("to", nights.last());
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST))) {
            throw Problem.bad(
                    "to: '"
                            + to
                            + "' (expected: "
                            + from
                            + " or one of the "
                            + LONGEST
                            + " nights after it)");
        }
        return new Range(nights, request.wanted(nights), from, to);
    }

    /** Writes a list to where it goes. */
    private interface Listing {
        void write(JdbcClient database, Range range, OutputStream out) throws IOException;
    }

    /** The nights that are listed. */
    private record Range(HotelNights nights, List<Sold> wanted, LocalDate from, LocalDate to) {}
}
