package io.serai.api;

import io.serai.api.HeldQuestion.Asked;
import io.serai.database.TenantSession;
import io.serai.delivery.OpenRefusals;
import io.serai.delivery.RefusedRange;
import io.serai.delivery.gate.HeldWish;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What channels refused of a hotel: only that waits, all else of its message was taken. */
@Component("apiRefusals")
public class ApiRefusals {

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiRefusals(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** What is refused, the earliest first; {@code next} begins the next page. */
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
                HeldQuestion.wish(hotel, product, roomType, ratePlan, from, to, null, most + 1);
        Place place = Place.of(after);
        List<RefusedRange> found =
                tenants.call(
                        List.of((long) hotel.id()),
                        caller.actor(),
                        session ->
                                OpenRefusals.list(
                                        session, hotel.id(), wish, place.first(), place.id()));
        List<RefusedRange> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(shown, found.size() > most ? Place.after(shown.get(most - 1)) : null);
    }

    /** A page of what is refused. */
    public record Page(List<RefusedRange> refusals, @Nullable String next) {}

    /** Where a page begins: after this refusal. */
    private record Place(LocalDate first, long id) {

        static Place of(@Nullable String after) {
            if (after == null) {
                return new Place(LocalDate.EPOCH, 0);
            }
            String[] parts = after.split("_", -1);
            if (!after.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,18}")) {
                throw Problem.bad("after: '" + after + "' (expected: what the page before named)");
            }
            return new Place(HeldQuestion.night("after", parts[0]), Long.parseLong(parts[1]));
        }

        static String after(RefusedRange last) {
            return last.from() + "_" + last.id();
        }
    }
}
