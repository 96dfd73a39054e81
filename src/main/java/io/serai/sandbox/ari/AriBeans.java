package io.serai.sandbox.ari;

import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.BxmlAnswer;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.OtaAnswer;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the grid and its writing faces together. */
public class AriBeans {

    @Bean
    Grid grid(JdbcClient jdbc) {
        return new Grid(jdbc);
    }

    @Bean
    StayPrices stayPrices(JdbcClient jdbc) {
        return new StayPrices(jdbc);
    }

    @Bean
    Judge judge(Hotels hotels, Clock clock, Environment settings) {
        var limits =
                Binder.get(settings)
                        .bind(
                                "sandbox.price-limits",
                                Bindable.mapOf(String.class, BigDecimal.class))
                        .orElse(Map.of());
        return new Judge(
                hotels,
                List.of(
                        new DateRule(clock),
                        new RateRule(),
                        new ValueRule(),
                        new ChildRule(),
                        new PricingRule(),
                        new OccupancyRule(),
                        new PriceRule(limits)));
    }

    @Bean
    Changes changes(Judge judge, JdbcTemplate jdbc, TransactionTemplate transaction) {
        return (reader, wording) ->
                new ChangeFace(
                        reader,
                        judge,
                        new GridWriter(jdbc),
                        new StayPriceWriter(jdbc),
                        transaction,
                        wording);
    }

    /** Makes a changing face of what differs between them. */
    @FunctionalInterface
    interface Changes {

        ChangeFace of(Reader reader, ChangeFace.Wording wording);
    }

    @Bean
    Face otaAvailability(Changes changes) {
        return ota("OTA_HotelAvailNotif", "1.005", changes, new OtaAvailability());
    }

    @Bean
    Face otaRates(Changes changes) {
        return ota("OTA_HotelRateAmountNotif", "3.000", changes, new OtaRates());
    }

    @Bean
    Face bxmlAvailability(Changes changes) {
        return bxml("/hotels/xml/availability", Demands.CHANGE, changes, new BxmlAvailability());
    }

    @Bean
    Face derivedPrices(Changes changes) {
        return bxml("/hotels/xml/derivedprices", Demands.CHANGE, changes, new DerivedPrices());
    }

    @Bean
    Face losPricing(Changes changes) {
        return bxml("/hotels/csv/los_pricing", Demands.CHANGE_CSV, changes, new LosCsv());
    }

    @Bean
    Face readBack(Hotels hotels, Grid grid, Sold sold) {
        return new Face(
                "POST",
                "/hotels/xml/roomrateavailability",
                Demands.TOKEN,
                Dialect.bxml("roomrateavailability"),
                new ReadBack(hotels, grid, sold));
    }

    @Bean
    RouterFunction<ServerResponse> gridControl(Hotels hotels, Grid grid) {
        return new GridControl(hotels, grid).routes();
    }

    private static Face ota(String name, String version, Changes changes, Reader reader) {
        ChangeFace.Wording wording =
                (call, applied, errors, warnings) -> {
                    var named = call.caller().namesItems();
                    var answer = new OtaAnswer(name + "RS", version);
                    if (errors.isEmpty()) {
                        answer.success();
                    }
                    return answer.errors(errors, named).warnings(warnings, named).end(call.ruid());
                };
        return new Face(
                "POST",
                "/hotels/ota/" + name,
                Demands.CHANGE,
                Dialect.ota(name + "RS", version),
                changes.of(reader, wording));
    }

    private static Face bxml(String path, Demands demands, Changes changes, Reader reader) {
        ChangeFace.Wording wording =
                (call, applied, errors, warnings) ->
                        BxmlAnswer.settled(applied, errors, warnings, call.ruid());
        return new Face(
                "POST",
                path,
                demands,
                Dialect.bxml(path.substring(path.lastIndexOf('/') + 1)),
                changes.of(reader, wording));
    }
}
