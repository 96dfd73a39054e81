package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.console.PayingWords;
import io.serai.console.Times;
import io.serai.hotel.Money;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import io.serai.reservation.Payment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a revision says, field by field, in words; what comes in no order, in one order. */
final class RevisionFields {

    private final IncomingReservation said;
    private final RateNames rates;
    private final @Nullable String channel;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private RevisionFields(IncomingReservation said, RateNames rates, @Nullable String channel) {
        this.said = said;
        this.rates = rates;
        this.channel = channel;
    }

    /**
     * By the names of the fields; what it does not say is left out.
     *
     * @param channel its name; null: the hotel took the booking itself
     */
    static Map<String, String> of(
            IncomingReservation said, RateNames rates, @Nullable String channel) {
        return new RevisionFields(said, rates, channel).read();
    }

    private Map<String, String> read() {
        add("Booked by", booker(said.booker()));
        add("E-mail", said.booker() == null ? null : said.booker().email());
        add("Telephone", said.booker() == null ? null : said.booker().phone());
        said.rooms().forEach(this::room);
        add("Total", money(said.total()));
        add("Taxes", money(said.tax()));
        add("Commission", money(said.commission()));
        payment(said.payment());
        add("Seen at", said.brand());
        add("Remarks", all(said.remarks()));
        add("Notes", all(said.notes()));
        add(
                "Services",
                all(
                        said.services().stream()
                                .map(
                                        it ->
                                                joined(
                                                        " ",
                                                        Objects.requireNonNullElse(
                                                                it.name(),
                                                                String.valueOf(it.kind())),
                                                        money(it.price())))
                                .toList()));
        return fields;
    }

    private void room(Room room) {
        String of = said.rooms().size() == 1 ? "Room: " : "Room " + room.index() + ": ";
        add(of + "type", Objects.requireNonNullElse(room.name(), room.room()));
        add(of + "guest", room.guest());
        add(of + "guests", StayWords.people(room.adults(), room.children(), room.ages()));
        add(of + "meals", room.mealPlan());
        room.nights().forEach(night -> add(of + Times.weekday(night.night()), night(night)));
        add(of + "total", money(room.total()));
        add(of + "remarks", all(room.remarks()));
    }

    private String night(Night night) {
        return joined(", ", money(night.price()), rates.name(night.rate()));
    }

    private void payment(@Nullable Payment payment) {
        if (payment != null) {
            add("Collected by", PayingWords.collects(word(payment.collect()), channel));
            add("Paid by", PayingWords.by(word(payment.method()), channel));
            add("To be paid", money(payment.amount()));
        }
    }

    private static @Nullable String booker(@Nullable Booker booker) {
        return booker == null
                ? null
                : joined(" ", booker.given(), booker.surname(), booker.company());
    }

    private static String all(List<String> texts) {
        return texts.stream().sorted().collect(Collectors.joining("; "));
    }

    private static String joined(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String money(@Nullable Amount amount) {
        return amount == null ? null : Money.of(amount.value(), said.currency());
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
