package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.console.Times;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.IncomingReservation.Room;
import io.serai.reservation.Payment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a revision says, field by field, in words. */
final class RevisionFields {

    private final IncomingReservation said;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private RevisionFields(IncomingReservation said) {
        this.said = said;
    }

    /** By the names of the fields; what it does not say is left out. */
    static Map<String, String> of(IncomingReservation said) {
        return new RevisionFields(said).read();
    }

    private Map<String, String> read() {
        add("Booked by", booker(said.booker()));
        add("E-mail", said.booker() == null ? null : said.booker().email());
        add("Telephone", said.booker() == null ? null : said.booker().phone());
        said.rooms().forEach(this::room);
        add("Total", money(said.total()));
        add("Taxes", money(said.tax()));
        add("Commission", money(said.commission()));
        add("Paid", payment(said.payment()));
        add("Seen at", said.brand());
        add("Remarks", String.join("; ", said.remarks()));
        add("Notes", String.join("; ", said.notes()));
        said.services()
                .forEach(
                        it ->
                                add(
                                        "Besides: "
                                                + Objects.requireNonNullElse(
                                                        it.name(), String.valueOf(it.kind())),
                                        Objects.requireNonNullElse(money(it.price()), "told")));
        return fields;
    }

    private void room(Room room) {
        String of = "Room " + room.index() + ": ";
        add(of + "type", Objects.requireNonNullElse(room.name(), room.room()));
        add(of + "guest", room.guest());
        add(of + "guests", room.adults() + " adults, " + room.children() + " children");
        add(of + "meals", room.mealPlan());
        room.nights()
                .forEach(
                        night ->
                                add(
                                        of + Times.date(night.night()),
                                        Stream.of(
                                                        money(night.price()),
                                                        night.rate() == null
                                                                ? null
                                                                : "rate " + night.rate())
                                                .filter(Objects::nonNull)
                                                .collect(Collectors.joining(", "))));
        add(of + "total", money(room.total()));
        add(of + "remarks", String.join("; ", room.remarks()));
    }

    private static @Nullable String booker(@Nullable Booker booker) {
        return booker == null
                ? null
                : Stream.of(booker.given(), booker.surname(), booker.company())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private @Nullable String payment(@Nullable Payment payment) {
        return payment == null
                ? null
                : Stream.of(
                                "by the " + word(payment.collect()),
                                word(payment.method()),
                                money(payment.amount()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String money(@Nullable Amount amount) {
        return amount == null ? null : amount + " " + Objects.toString(said.currency(), "");
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }
}
