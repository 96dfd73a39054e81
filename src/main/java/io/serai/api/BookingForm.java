package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.Payment;
import io.serai.reservation.Payment.Collector;
import io.serai.reservation.Payment.Method;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.BookingTexts;
import io.serai.reservation.direct.BookingWish;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a booking, or what is to be another of it. */
final class BookingForm {

    static final Set<String> FIELDS =
            Set.of(
                    "arrival",
                    "departure",
                    "rooms",
                    "booker",
                    "remarks",
                    "services",
                    "taxes",
                    "payment",
                    "quoted",
                    "hotelNumber");

    private static final Set<String> BOOKER =
            Set.of(
                    "given", "surname", "email", "phone", "address", "city", "zip", "country",
                    "company");
    private static final Set<String> SERVICE = Set.of("kind", "name", "persons", "nights", "price");
    private static final Set<String> PAYMENT = Set.of("collector", "kind");

    private final Form form;
    private final @Nullable BookingDetail before;

    private BookingForm(Form form, @Nullable BookingDetail before) {
        this.form = form;
        this.before = before;
    }

    /** A new booking. */
    static BookingWish booking(@Nullable ObjectNode body) {
        return new BookingForm(Form.of(body, FIELDS), null).wish();
    }

    /** A booking with what a change names; the rest stays as it is. */
    static BookingWish change(@Nullable ObjectNode body, BookingDetail before) {
        return new BookingForm(Form.of(body, FIELDS), before).wish();
    }

    private BookingWish wish() {
        var arrival = form.night("arrival", before == null ? null : before.arrival());
        var departure = form.night("departure", before == null ? null : before.departure());
        if (!departure.isAfter(arrival)) {
            throw form.refusal("departure", "'" + departure + "'", "a day after " + arrival);
        }
        return new BookingWish(
                arrival,
                departure,
                BookingRoomForm.rooms(form, before),
                booker(),
                before == null || form.names("remarks")
                        ? BookingFields.words(form, "remarks")
                        : before.remarks(),
                before == null || form.names("services") ? services() : before.services(),
                before == null || form.names("taxes")
                        ? BookingFields.amount(form, "taxes")
                        : before.taxes(),
                payment(),
                BookingFields.amount(form, "quoted"),
                BookingFields.word(form, "hotelNumber"));
    }

    private Booker booker() {
        var said = form.form("booker", BOOKER);
        if (said == null) {
            var known = before == null ? null : before.booker();
            if (known == null || form.names("booker")) {
                throw form.refusal("booker", "missing", "who books, at least {\"surname\"}");
            }
            return known;
        }
        return new Booker(
                BookingFields.word(said, "given"),
                BookingFields.needed(said, "surname"),
                BookingFields.word(said, "email"),
                said.text("phone", BookingTexts.LONGEST),
                BookingFields.word(said, "address"),
                BookingFields.word(said, "city"),
                BookingFields.word(said, "zip"),
                BookingFields.word(said, "country"),
                BookingFields.word(said, "company"));
    }

    private List<Service> services() {
        return form.forms("services", SERVICE).stream()
                .map(
                        service ->
                                new Service(
                                        BookingFields.word(service, "kind"),
                                        BookingFields.needed(service, "name"),
                                        service.whole("persons", 0, 1000),
                                        service.whole("nights", 0, 1000),
                                        BookingFields.amount(service, "price")))
                .toList();
    }

    private @Nullable Payment payment() {
        var said = form.form("payment", PAYMENT);
        if (said == null) {
            return before == null ? payment(Collector.HOTEL, Method.UNKNOWN) : null;
        }
        var methods = Stream.of(Method.values()).map(BookingForm::said).toList();
        var kind = said.word("kind", said(Method.UNKNOWN), methods);
        said.word("collector", said(Collector.HOTEL), List.of(said(Collector.HOTEL)));
        return payment(Collector.HOTEL, Method.values()[methods.indexOf(kind)]);
    }

    private static Payment payment(Collector collector, Method method) {
        return new Payment(collector, method, null, null, null, null, null);
    }

    private static String said(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
