package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.booking.Booking;
import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Card;
import io.serai.sandbox.expedia.property.Account;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.Hotels;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bookings' cards, for those who have a token of them. */
final class PaymentFetchers {

    private final Instruments instruments;
    private final Bookings bookings;
    private final Hotels hotels;
    private final Limits limits;

    PaymentFetchers(Instruments instruments, Bookings bookings, Hotels hotels, Limits limits) {
        this.instruments = instruments;
        this.bookings = bookings;
        this.hotels = hotels;
        this.limits = limits;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("paymentInstrument", this::card));
        wiring.type(
                "PaymentInstrument",
                type -> type.typeResolver(env -> env.getSchema().getObjectType("BankIssuedCard")));
    }

    private Object card(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        limits.operation(account.name(), Limits.Kind.PAYMENTS);
        String token = env.getArgument("token");
        var booking =
                instruments
                        .booking(token)
                        .flatMap(bookings::find)
                        .filter(found -> hotels.of(account, found.hotel()).isPresent())
                        .filter(found -> found.content().card() != null)
                        .orElseThrow(() -> Refused.notFound("no instrument of this token"));
        return shown(booking, hotels.find(booking.hotel()).orElseThrow());
    }

    private static Map<String, Object> shown(Booking booking, Hotel hotel) {
        var card = java.util.Objects.requireNonNull(booking.content().card());
        var shown = new HashMap<String, Object>();
        shown.put("number", card.number());
        shown.put("expirationDate", card.expires());
        shown.put("verificationNumber", card.series());
        shown.put("type", card.virtual() ? "EXPEDIA_VIRTUAL_CARD" : "GUEST_CREDIT_CARD");
        shown.put("issuerName", card.code().equals("MC") ? "MasterCard" : "VISA");
        shown.put(
                "activationDate",
                card.activation() == null ? null : card.activation().atOffset(ZoneOffset.UTC));
        shown.put("customer", Map.of("fullName", card.holder(), "address", address()));
        shown.put("expediaVirtualCardActivity", activity(card, booking, hotel));
        return shown;
    }

    private static Map<String, Object> address() {
        return Map.of(
                "addressLines", List.of("1 Example Street"),
                "countryCode", "USA",
                "locality", "Example City",
                "postalCode", "00000");
    }

    private static @org.jspecify.annotations.Nullable Map<String, Object> activity(
            Card card, Booking booking, Hotel hotel) {
        return card.virtual()
                ? Map.of(
                        "availableBalance",
                        money(booking.content().total(), hotel),
                        "chargedAmount",
                        money(java.math.BigDecimal.ZERO, hotel),
                        "chargeStatus",
                        "READY_TO_CHARGE_ON_CHECK_IN_DATE")
                : null;
    }

    private static Map<String, Object> money(java.math.BigDecimal amount, Hotel hotel) {
        return Map.of("amount", amount, "currency", hotel.currency().getCurrencyCode());
    }
}
