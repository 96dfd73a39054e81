package io.serai.console.rates;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import io.serai.console.grid.BulkAnswer;
import io.serai.console.grid.BulkDesk;
import io.serai.console.grid.BulkValues;
import io.serai.hotel.bulk.RateChange;
import io.serai.hotel.bulk.RateChanges;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prices and restrictions of many nights, tried and changed. */
@Controller
@RequestMapping("/hotels/{hotel}/rates")
class RatesBulk {

    private static final NightTable RATES = NightTable.RATES;

    private final Desk desk;
    private final BulkDesk bulk;
    private final RateChanges changes;

    RatesBulk(Desk desk, BulkDesk bulk, RateChanges changes) {
        this.desk = desk;
        this.bulk = bulk;
        this.changes = changes;
    }

    /** Tries what was entered; makes it where its preview was looked at. */
    @PostMapping("/bulk")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        BulkValues values = new BulkValues(entered);
        List<SoldProduct> products =
                desk.at(user, hotel, (database, here) -> SoldProduct.of(database, hotel));
        Map<Integer, String> names = new LinkedHashMap<>();
        products.forEach(product -> names.put(product.id(), product.name()));
        BulkDesk.Outcome outcome =
                bulk.change(
                        user,
                        hotel,
                        RATES,
                        values.text("stamp"),
                        names,
                        model,
                        (database, here, nights) ->
                                changes.plan(
                                        database,
                                        nights,
                                        values.scope(chosen(values, products)),
                                        new RateChange(
                                                values.move(here),
                                                set(values),
                                                values.nightOrNone("copyFrom").orElse(null),
                                                values.text("copyRestrictions").equals("yes"))));
        return new BulkAnswer(hotel, "rates", part, model, response, next).give(outcome, values);
    }

    private static List<Integer> chosen(BulkValues values, List<SoldProduct> products) {
        List<Integer> ids = values.ids();
        return ids.isEmpty()
                ? products.stream()
                        .filter(it -> values.key("type") == 0 || it.type() == values.key("type"))
                        .filter(it -> values.key("plan") == 0 || it.plan() == values.key("plan"))
                        .map(SoldProduct::id)
                        .toList()
                : ids;
    }

    private static Map<NightField, NightValue> set(BulkValues values) {
        Map<NightField, NightValue> set = new LinkedHashMap<>();
        for (String flag : List.of("closed", "cta", "ctd")) {
            values.flag(RATES, flag, set);
        }
        for (String stay : List.of("minThrough", "maxThrough", "minArrival", "maxArrival")) {
            values.count(RATES, stay, true, set);
        }
        return set;
    }
}
