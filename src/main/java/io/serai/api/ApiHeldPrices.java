package io.serai.api;

import io.serai.api.HeldQuestion.Asked;
import io.serai.database.TenantSession;
import io.serai.delivery.gate.HeldPrice;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The prices of a hotel that are held. */
@Component("apiHeldPrices")
public class ApiHeldPrices {

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiHeldPrices(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** What is held, the earliest first; {@code next} begins the next page. */
    public Page list(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Header("product") @Nullable String product,
            @Header("roomType") @Nullable String roomType,
            @Header("ratePlan") @Nullable String ratePlan,
            @Header("from") @Nullable String from,
            @Header("to") @Nullable String to,
            @Header("after") @Nullable String after,
            @Header("limit") @Nullable String limit) {
        Asked hotel = question.hotel(caller, id);
        int most = HeldQuestion.limit(limit);
        HeldWish wish =
                HeldQuestion.wish(
                        hotel,
                        product,
                        roomType,
                        ratePlan,
                        from,
                        to,
                        after == null ? null : HeldQuestion.id(after),
                        most + 1);
        List<HeldPrice> found = found(caller, hotel, wish);
        List<HeldPrice> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(one -> HeldPriceView.of(one, hotel.currency())).toList(),
                found.size() > most ? shown.get(most - 1).id().text() : null);
    }

    private List<HeldPrice> found(Caller caller, Asked hotel, HeldWish wish) {
        return tenants.call(
                List.of((long) hotel.id()),
                caller.actor(),
                session -> HeldPrices.list(session, hotel.id(), wish));
    }

    /** A page of what is held. */
    public record Page(List<HeldPriceView> heldPrices, @Nullable String next) {}
}
