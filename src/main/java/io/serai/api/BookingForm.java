package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.Payment;
import io.serai.reservation.Payment.Collector;
import io.serai.reservation.Payment.Method;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.direct.BookingWish;
import io.serai.reservation.direct.BookingWish.RoomWish;
import io.serai.vault.SecretMask;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    private static final Set<String> ROOM =
            Set.of(
                    "index",
                    "roomType",
                    "ratePlan",
                    "adults",
                    "children",
                    "ages",
                    "guest",
                    "remarks",
                    "prices");
    private static final Set<String> BOOKER =
            Set.of(
                    "given", "surname", "email", "phone", "address", "city", "zip", "country",
                    "company");
    private static final Set<String> SERVICE = Set.of("kind", "name", "persons", "nights", "price");
    private static final Set<String> PAYMENT = Set.of("collector", "kind");

    private static final int MOST_GUESTS = 50;
    private static final int DECIMALS = 3;

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
                rooms(),
                booker(),
                before == null || form.names("remarks") ? words(form, "remarks") : before.remarks(),
                before == null || form.names("services") ? services() : before.services(),
                before == null || form.names("taxes") ? amount(form, "taxes") : before.taxes(),
                payment(),
                amount(form, "quoted"),
                word(form, "hotelNumber"));
    }

    private List<RoomWish> rooms() {
        if (before != null && !form.names("rooms")) {
            return before.rooms().stream().map(BookingForm::room).toList();
        }
        var rooms = new ArrayList<RoomWish>();
        for (Form room : form.forms("rooms", ROOM)) {
            rooms.add(room(room, Integer.toString(rooms.size() + 1)));
        }
        if (rooms.stream().map(RoomWish::index).distinct().count() < rooms.size()) {
            throw form.refusal("rooms.index", "twice the same", "one for each room");
        }
        if (rooms.isEmpty()) {
            throw form.refusal("rooms", "missing", "at least one");
        }
        return rooms;
    }

    private static RoomWish room(Form room, String index) {
        var adults = room.whole("adults", 1, MOST_GUESTS);
        return new RoomWish(
                Objects.requireNonNullElse(word(room, "index"), index),
                needed(room, "roomType"),
                needed(room, "ratePlan"),
                adults == null ? 1 : adults,
                Objects.requireNonNullElse(room.whole("children", 0, MOST_GUESTS), 0),
                ages(room),
                word(room, "guest"),
                words(room, "remarks"),
                amounts(room, "prices"));
    }

    private static RoomWish room(BookingDetail.Room room) {
        var plan = room.nights().get(0).ratePlan();
        if (room.roomType() == null || plan == null) {
            throw new Problem(
                    409,
                    "Not sold any more",
                    "room %s: its room type or rate plan is gone (expected: rooms named anew)"
                            .formatted(room.index()));
        }
        return new RoomWish(
                room.index(),
                room.roomType(),
                plan,
                room.adults(),
                room.children(),
                room.ages(),
                room.guest(),
                room.remarks() == null ? List.of() : room.remarks().lines().toList(),
                null);
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
                word(said, "given"),
                needed(said, "surname"),
                word(said, "email"),
                said.text("phone"),
                word(said, "address"),
                word(said, "city"),
                word(said, "zip"),
                word(said, "country"),
                word(said, "company"));
    }

    private List<Service> services() {
        return form.forms("services", SERVICE).stream()
                .map(
                        service ->
                                new Service(
                                        word(service, "kind"),
                                        needed(service, "name"),
                                        service.whole("persons", 0, 1000),
                                        service.whole("nights", 0, 1000),
                                        amount(service, "price")))
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

    private static List<Integer> ages(Form room) {
        var ages =
                room.list(
                        "ages",
                        "whole numbers from 0 to 17",
                        age -> {
                            if (!age.isInt() || age.intValue() < 0 || age.intValue() > 17) {
                                throw room.refusal(
                                        "ages", age.toString(), "whole numbers from 0 to 17");
                            }
                            return age.intValue();
                        });
        return ages == null ? List.of() : ages;
    }

    static @Nullable Amount amount(Form form, String field) {
        var said = form.decimal(field, DECIMALS, "an amount of 0 or more, as \"133.50\"");
        return said == null ? null : positive(form, field, said);
    }

    static @Nullable List<Amount> amounts(Form form, String field) {
        return form.list(
                field,
                "the price of each night, as \"133.50\"",
                price -> amount(form, field, price));
    }

    private static Amount amount(Form form, String field, JsonNode price) {
        try {
            return positive(form, field, new BigDecimal(price.asText()));
        } catch (NumberFormatException wrong) {
            throw form.refusal(field, price.toString(), "an amount of 0 or more, as \"133.50\"");
        }
    }

    private static Amount positive(Form form, String field, BigDecimal amount) {
        if (amount.signum() < 0 || amount.scale() > DECIMALS || amount.precision() > 14) {
            throw form.refusal(field, "'" + amount.toPlainString() + "'", "an amount of 0 or more");
        }
        return new Amount(amount);
    }

    private static String needed(Form form, String field) {
        var said = word(form, field);
        if (said == null) {
            throw form.refusal(field, "missing", "a text");
        }
        return said;
    }

    private static List<String> words(Form form, String field) {
        var said =
                form.list(
                        field,
                        "a list of texts, or null",
                        one -> {
                            if (!one.isTextual()) {
                                throw form.refusal(field, one.toString(), "a list of texts");
                            }
                            return without(form, field, one.asText());
                        });
        return said == null ? List.of() : said;
    }

    static @Nullable String word(Form form, String field) {
        var said = form.text(field);
        return said == null ? null : without(form, field, said);
    }

    /** What is written about a booking is shown to many: no card may stand in it. */
    private static String without(Form form, String field, String text) {
        if (!SecretMask.mask(text).equals(text)) {
            throw form.refusal(field, "a card number", "a text without one");
        }
        return text;
    }
}
