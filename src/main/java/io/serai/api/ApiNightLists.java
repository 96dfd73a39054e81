package io.serai.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.serai.database.TenantSession;
import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightsReader;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.SoldRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Lists of nights, written to the caller as they are read. What fails before the first of them was
 * sent is answered as ever; afterwards the list ends in what cannot be parsed.
 */
@Component("apiNightLists")
public class ApiNightLists {

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

    /** The nights that the query names, as JSON. */
    public void json(Exchange exchange) throws IOException {
        answer(
                exchange,
                "application/json",
                (nights, range, out) -> {
                    NightShape shape = new NightShape(nights);
                    try (JsonGenerator list = json.createGenerator(out)) {
                        list.writeStartObject();
                        list.writeStringField("hotel", Integer.toString(nights.hotel()));
                        list.writeStringField("currency", nights.currency());
                        list.writeStringField("from", range.from().toString());
                        list.writeStringField("to", range.to().toString());
                        list.writeArrayFieldStart("nights");
                        range.each(night -> list.writePOJO(shape.night(night)));
                        list.writeEndArray();
                        list.writeEndObject();
                    }
                });
    }

    /** The same as CSV: what a request to write takes. */
    public void csv(Exchange exchange) throws IOException {
        answer(
                exchange,
                "text/csv;charset=UTF-8",
                (nights, range, out) -> {
                    NightLines lines = new NightLines(new NightShape(nights));
                    try (SequenceWriter list =
                            new CsvMapper().writer(lines.schema()).writeValues(out)) {
                        list.write(lines.header());
                        range.each(night -> list.write(lines.line(night)));
                    }
                });
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
                        HotelNights nights = request.nights(sold, database);
                        Range range =
                                new Range(
                                        nights,
                                        request.wanted(nights),
                                        request.night("from", nights.today()),
                                        request.night("to", nights.last()));
                        response.setContentType(type);
                        try {
                            listing.write(nights, range, response.getOutputStream());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                response.reset();
                throw failed;
            }
            response.getOutputStream().print("\n\"incomplete\n");
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }

    /** Writes a list to where it goes. */
    private interface Listing {
        void write(HotelNights nights, Range range, OutputStream out) throws IOException;
    }

    /** Takes a night that was read. */
    private interface Each {
        void take(NightContent night) throws IOException;
    }

    /** The nights that are listed. */
    private final class Range {

        private final HotelNights nights;
        private final List<Sold> wanted;
        private final LocalDate from;
        private final LocalDate to;

        Range(HotelNights nights, List<Sold> wanted, LocalDate from, LocalDate to) {
            this.nights = nights;
            this.wanted = wanted;
            this.from = from;
            this.to = to;
        }

        LocalDate from() {
            return from;
        }

        LocalDate to() {
            return to;
        }

        void each(Each each) {
            Consumer<NightContent> taking =
                    night -> {
                        try {
                            each.take(night);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    };
            reader.each(nights, wanted.stream().map(Sold::id).toList(), from, to, taking);
        }
    }
}
