package io.serai.api;

import io.serai.hotel.night.HotelNights;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.Sold;
import io.serai.hotel.night.SoldRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a request about nights names in its path and query.
 *
 * @param caller who asks
 * @param hotel the hotel's key, which the caller may see
 * @param table rooms or rates
 * @param message its headers and parameters
 */
record NightRequest(Caller caller, int hotel, NightTable table, Message message) {

    /**
     * Reads it.
     *
     * @throws Problem 404 where the caller does not see the hotel, 403 where they may not do this
     */
    static NightRequest of(Exchange exchange) {
        Message message = exchange.getMessage();
        Caller caller = exchange.getProperty("caller", Caller.class);
        int hotel = caller.hotel(String.valueOf(message.getHeader("hotel")));
        String path = message.getHeader(Exchange.HTTP_PATH, String.class);
        return new NightRequest(
                caller,
                hotel,
                path.startsWith("/api/inventory-sync/") ? NightTable.ROOMS : NightTable.RATES,
                message);
    }

    HotelNights nights(SoldRows rows, JdbcClient database) {
        return rows.of(database, hotel, table);
    }

    /** A header or parameter; null where there is none. */
    @Nullable String text(String name) {
        return message.getHeader(name, String.class);
    }

    /** Whether only to say what would change. */
    boolean dryRun() {
        String text = text("dry-run");
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Problem.bad("dry-run: '" + text + "' (expected: true or false)");
        }
        return "true".equals(text);
    }

    /** A night of the query. */
    LocalDate night(String name, LocalDate otherwise) {
        String text = text(name);
        return text == null ? otherwise : Stretch.night(name, text);
    }

    /** What the path names. */
    Sold sold(HotelNights nights) {
        String what = table == NightTable.RATES ? "product" : "roomType";
        String id = String.valueOf(text(what));
        return nights.sold(id).orElseThrow(() -> Problem.unknown(what, id));
    }

    /**
     * What the query names by {@code products} or {@code rooms}, {@code roomTypes}, {@code
     * ratePlans}.
     */
    List<Sold> wanted(HotelNights nights) {
        List<String> ids = list(table == NightTable.RATES ? "products" : "rooms");
        List<String> roomTypes = list("roomTypes");
        List<String> ratePlans = list("ratePlans");
        return nights.all().stream()
                .filter(sold -> ids.isEmpty() || ids.contains(Integer.toString(sold.id())))
                .filter(sold -> roomTypes.isEmpty() || roomTypes.contains(sold.roomType()))
                .filter(sold -> ratePlans.isEmpty() || ratePlans.contains(sold.ratePlan()))
                .toList();
    }

    private List<String> list(String name) {
        String text = text(name);
        return text == null ? List.of() : Arrays.asList(text.split(","));
    }
}
