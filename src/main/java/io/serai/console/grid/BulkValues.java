package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.console.Unusable;
import io.serai.hotel.Days;
import io.serai.hotel.bulk.BulkScope;
import io.serai.hotel.bulk.PriceMove;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody entered to change many nights. */
public record BulkValues(MultiValueMap<String, String> values) {

    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");

    /** What was entered; empty where nothing was. */
    public String text(String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "").strip();
    }

    /** A key that was chosen; 0: none. */
    public int key(String name) {
        return GridWish.number(text(name));
    }

    /** The rows that were selected; empty where none were. */
    public List<Integer> ids() {
        return Arrays.stream(text("ids").split(","))
                .map(GridWish::number)
                .filter(id -> id > 0)
                .distinct()
                .toList();
    }

    /** The nights that are meant, of these. */
    public BulkScope scope(List<Integer> ids) {
        return new BulkScope(ids, night("from"), night("to"), weekdays());
    }

    private Set<DayOfWeek> weekdays() {
        List<String> days = values.getOrDefault("day", List.of());
        EnumSet<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (days.isEmpty() || days.contains(day.name().toLowerCase(Locale.ROOT))) {
                chosen.add(day);
            }
        }
        return chosen;
    }

    /**
     * A night.
     *
     * @throws Unusable when it is none
     */
    public LocalDate night(String name) {
        return nightOrNone(name)
                .orElseThrow(
                        () ->
                                new Unusable(
                                        "The night '" + name + "' is missing (expected: a date)"));
    }

    /** A night, where one was entered. */
    public Optional<LocalDate> nightOrNone(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Days.parse(text));
        } catch (DateTimeParseException wrong) {
            throw new Unusable("'" + text + "' is no night (expected: as 2027-03-01)");
        }
    }

    /**
     * What becomes of prices.
     *
     * @throws Unusable when the number is none
     */
    public PriceMove move(Hotel hotel) {
        PriceMove.Kind kind =
                Arrays.stream(PriceMove.Kind.values())
                        .filter(each -> each.name().equalsIgnoreCase(text("move")))
                        .findFirst()
                        .orElse(PriceMove.Kind.LEAVE);
        return switch (kind) {
            case LEAVE, RELEASE -> new PriceMove(kind, BigDecimal.ZERO);
            case SET -> new PriceMove(kind, BigDecimal.valueOf(price(hotel)));
            case AMOUNT ->
                    new PriceMove(
                            kind,
                            number("by", hotel.digits(), "as 5.00 or -5.00, in " + hotel.currency())
                                    .movePointRight(hotel.digits()));
            case PERCENT -> {
                BigDecimal percent = number("by", 4, "percent as 10 or -10");
                if (percent.compareTo(BigDecimal.valueOf(-100)) <= 0
                        || percent.compareTo(MOST_PERCENT) > 0) {
                    throw new Unusable(
                            "'" + text("by") + "' percent (expected: above -100, at most 1000)");
                }
                yield new PriceMove(kind, percent);
            }
        };
    }

    private long price(Hotel hotel) {
        Long price = Entered.price(text("by"), hotel);
        if (price == null) {
            throw new Unusable("The price is missing (expected: as " + hotel.entered(12050) + ")");
        }
        return price;
    }

    private BigDecimal number(String name, int decimals, String expected) {
        String text = text(name).replace(',', '.').replace('−', '-');
        if (!text.matches("[+-]?\\d{1,7}(\\.\\d{1,4})?")
                || new BigDecimal(text).stripTrailingZeros().scale() > decimals) {
            throw new Unusable("'" + text(name) + "' is no change (expected: " + expected + ")");
        }
        return new BigDecimal(text);
    }

    /** Reads a number of nights or rooms into a field, where one was entered. */
    public void count(
            NightTable table, String word, boolean noneWhenZero, Map<NightField, NightValue> set) {
        String text = text(word);
        if (text.isEmpty()) {
            return;
        }
        if (!text.matches("\\d{1,4}")) {
            throw new Unusable("'" + text + "' is no number (expected: 0 to 9999)");
        }
        int number = Integer.parseInt(text);
        set.put(
                table.named(word),
                noneWhenZero && number == 0 ? NightValue.NONE : new NightValue.Count(number));
    }

    /** Reads yes or no into a field, where it was chosen. */
    public void flag(NightTable table, String word, Map<NightField, NightValue> set) {
        @Nullable Integer chosen =
                switch (text(word)) {
                    case "yes" -> 1;
                    case "no" -> 0;
                    default -> null;
                };
        if (chosen != null) {
            set.put(table.named(word), new NightValue.Count(chosen));
        }
    }
}
