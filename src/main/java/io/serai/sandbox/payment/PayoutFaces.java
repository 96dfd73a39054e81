package io.serai.sandbox.payment;

import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The Payments API: read-only, of bookings that the channel pays, and the status of guests' cards.
 */
final class PayoutFaces {

    private static final int READABLE_MONTHS = 18;

    private final Hotels hotels;
    private final Payouts payouts;
    private final Clock clock;

    PayoutFaces(Hotels hotels, Payouts payouts, Clock clock) {
        this.hotels = hotels;
        this.payouts = payouts;
        this.clock = clock;
    }

    Answer whole(Call call) {
        return paid(call, view -> view.whole(true));
    }

    Answer breakdown(Call call) {
        return paid(call, view -> view.whole(false));
    }

    Answer transfers(Call call) {
        return paid(call, view -> Map.of("payout", Map.of("bank_transfers", view.transfers())));
    }

    Answer cards(Call call) {
        return paid(call, view -> Map.of("payout", Map.of("virtual_credit_cards", view.cards())));
    }

    /** What was found of a guest's card, of a booking that the guest pays at the hotel. */
    Answer status(Call call) {
        var payout = payout(call);
        if (!"ccstatus".equals(call.query().get("type"))) {
            throw new Refusal(400, "394", "type (expected: ccstatus)");
        }
        if (payout.byChannel()) {
            throw new Refusal(404, "394", "the channel collects: no guest's card");
        }
        var status = payout.cardStatus();
        return answer(
                call,
                Map.of(
                        "reservation_id",
                        Long.toString(payout.booking().id()),
                        "status",
                        status == null ? "VALID_CARD" : status),
                Map.of());
    }

    Answer chargeable(Call call) {
        return page(
                call,
                payout -> payout.balance() > 0 && !payout.booking().cancelled(),
                PayoutView::chargeable);
    }

    Answer refundable(Call call) {
        return page(call, payout -> payout.refund() != null, PayoutView::refundable);
    }

    private Answer paid(Call call, Function<PayoutView, Map<String, Object>> shown) {
        var payout = payout(call);
        if (!payout.byChannel()) {
            throw new Refusal(404, "394", "no data yet");
        }
        return answer(call, shown.apply(view(payout)), Map.of());
    }

    private Payout payout(Call call) {
        var payout =
                payouts.find(number(call.variables().get("reservation")))
                        .orElseThrow(() -> new Refusal(404, "394", "no data yet"));
        linked(call, payout.booking().hotel());
        if (payout.booking().departure().plusMonths(READABLE_MONTHS).isBefore(today())) {
            throw new Refusal(410, "394", "checkout more than 18 months ago");
        }
        return payout;
    }

    private Answer page(
            Call call, Predicate<Payout> which, Function<PayoutView, Map<String, Object>> shown) {
        var hotel = linked(call, number(call.variables().get("property")));
        var page = (int) number(call.query().get("page"));
        var size = (int) number(call.query().get("page-size"));
        if (page < 1 || size < 1) {
            throw new Refusal(400, "394", "page and page-size (expected: 1 or more)");
        }
        List<Payout> all = payouts.virtual(hotel.id()).stream().filter(which).toList();
        var from = Math.min((page - 1) * size, all.size());
        var to = Math.min(page * size, all.size());
        return answer(
                call,
                all.subList(from, to).stream().map(this::view).map(shown).toList(),
                Map.of("total_count", all.size(), "next_page", to < all.size()));
    }

    private PayoutView view(Payout payout) {
        var hotel = hotels.find(payout.booking().hotel()).orElseThrow();
        return new PayoutView(payout, hotel.currency(), today());
    }

    private Hotel linked(Call call, long id) {
        return hotels.linkedTo(call.caller().clientId()).stream()
                .filter(hotel -> hotel.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(403, "497", "not one of the account's properties"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Answer answer(Call call, Object data, Map<String, Object> more) {
        var meta = new HashMap<>(more);
        meta.put("ruid", call.ruid());
        return Answer.json(
                200,
                Json.write(
                        Map.of(
                                "meta",
                                meta,
                                "data",
                                data,
                                "errors",
                                List.of(),
                                "warnings",
                                List.of())));
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw new Refusal(400, "394", "not a number");
        }
        return Long.parseLong(text);
    }
}
