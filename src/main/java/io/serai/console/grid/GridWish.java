package io.serai.console.grid;

import io.serai.console.Hotel;
import io.serai.hotel.Days;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What of a grid is to be seen: all of it stands in its address.
 *
 * @param from the first night
 * @param count how many nights
 * @param type the one room type that is meant; 0: all
 * @param plan the one rate plan that is meant; 0: all
 * @param at the one connection that is meant; 0: all
 * @param open the room types whose rows are shown; null: the first few
 */
public record GridWish(
        LocalDate from, int count, int type, int plan, int at, @Nullable List<Integer> open) {

    /** How many room types are open as long as nobody says which. */
    private static final int FIRST = 6;

    private static final int FEW = 14;
    private static final int MANY = 31;

    /** As an address says it; what it cannot mean is left out. */
    public static GridWish of(MultiValueMap<String, String> query, Hotel hotel, Clock clock) {
        LocalDate today = hotel.today(clock);
        LocalDate from = night(query.getFirst("from"), today);
        LocalDate last = today.plusDays(hotel.horizon() - 1L);
        return new GridWish(
                from.isAfter(last) ? last : from.isBefore(today.minusYears(1)) ? today : from,
                number(query.getFirst("nights")) == MANY ? MANY : FEW,
                number(query.getFirst("type")),
                number(query.getFirst("plan")),
                number(query.getFirst("at")),
                query.containsKey("open")
                        ? query.get("open").stream()
                                .flatMap(text -> Stream.of(text.split(",")))
                                .map(GridWish::number)
                                .toList()
                        : null);
    }

    /** The night after the last. */
    public LocalDate until() {
        return from.plusDays(count);
    }

    /** Its columns. */
    public List<Day> days() {
        return from.datesUntil(until()).map(Day::new).toList();
    }

    /** The room types that are shown at all. */
    public List<Choices.Type> shown(List<Choices.Type> all) {
        return all.stream().filter(each -> type == 0 || each.id() == type).toList();
    }

    /** Those of them whose rows are shown. */
    public List<Integer> opened(List<Choices.Type> all) {
        List<Integer> ids = shown(all).stream().map(Choices.Type::id).toList();
        return open == null
                ? ids.subList(0, Math.min(FIRST, ids.size()))
                : ids.stream().filter(open::contains).toList();
    }

    /** The address of the same from another night on. */
    public String on(LocalDate first) {
        return new GridWish(first, count, type, plan, at, open).query();
    }

    /** The address of the nights before, and of those after. */
    public String before() {
        return on(from.minusDays(count));
    }

    public String after() {
        return on(until());
    }

    /** The address of the same with one room type more, or less, whose rows are shown. */
    public String turned(List<Integer> now, int group) {
        List<Integer> turned = new ArrayList<>(now);
        if (!turned.remove((Object) group)) {
            turned.add(group);
        }
        return new GridWish(from, count, type, plan, at, turned).query();
    }

    /** Its address. */
    public String query() {
        return shared()
                + (open == null
                        ? ""
                        : "&open="
                                + (open.isEmpty()
                                        ? "0"
                                        : open.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(","))));
    }

    /** Its address but for what is open. */
    public String shared() {
        return "from="
                + from
                + "&nights="
                + count
                + (type == 0 ? "" : "&type=" + type)
                + (plan == 0 ? "" : "&plan=" + plan)
                + (at == 0 ? "" : "&at=" + at);
    }

    static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static LocalDate night(@Nullable String text, LocalDate otherwise) {
        try {
            return text == null ? otherwise : Days.parse(text);
        } catch (DateTimeParseException wrong) {
            return otherwise;
        }
    }
}
