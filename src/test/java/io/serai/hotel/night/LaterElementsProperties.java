package io.serai.hotel.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a later element names wins, night by night and field by field. */
class LaterElementsProperties {

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Desk DESK = new Desk(100_000);

    /** An element: days from today, weekdays, a field and what it becomes. */
    record Element(int from, int length, List<String> days, String field, Object value) {

        String json(LocalDate today, int product) {
            return "{\"product\":\"%d\",\"from\":\"%s\",\"to\":\"%s\",\"weekdays\":%s,\"set\":{\"%s\":%s}}"
                    .formatted(
                            product,
                            today.plusDays(from),
                            today.plusDays(from + length),
                            Desk.JSON.valueToTree(days),
                            field,
                            Desk.JSON.valueToTree(value));
        }
    }

    @Provide
    Arbitrary<List<Element>> elements() {
        Arbitrary<Element> flag =
                element("cta", Arbitraries.of(true, false).map(Object.class::cast));
        Arbitrary<Element> stay =
                element("minThrough", Arbitraries.of(null, 1, 2, 7).map(Object.class::cast));
        Arbitrary<Element> price =
                element("price", Arbitraries.of(null, "10.00", "99.90").map(Object.class::cast));
        return Arbitraries.oneOf(flag, stay, price).list().ofMinSize(1).ofMaxSize(12);
    }

    private static Arbitrary<Element> element(String field, Arbitrary<Object> values) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.subsetOf(DAYS).ofMinSize(1),
                        values)
                .as(
                        (from, length, days, value) ->
                                new Element(from, length, List.copyOf(days), field, value));
    }

    @Property(tries = 60)
    void winOverEarlierOnes(@ForAll("elements") List<Element> elements) {
        LocalDate today = DESK.today();
        DESK.owner
                .sql("delete from rate_nights where product_id = ?")
                .param(DESK.hotel.product())
                .update();

        DESK.write(
                NightTable.RATES,
                false,
                elements.stream()
                        .map(element -> element.json(today, DESK.hotel.product()))
                        .toArray(String[]::new));

        assertThat(written()).isEqualTo(model(today, elements));
    }

    private static Map<LocalDate, List<Object>> written() {
        Map<LocalDate, List<Object>> nights = new HashMap<>();
        DESK.owner
                .sql(
                        "select night, cta, min_through, prices[1] from rate_nights where product_id = ?")
                .param(DESK.hotel.product())
                .query(
                        row -> {
                            nights.put(
                                    row.getObject(1, LocalDate.class),
                                    texts(row.getBoolean(2), row.getObject(3), row.getObject(4)));
                        });
        return nights;
    }

    private static Map<LocalDate, List<Object>> model(LocalDate today, List<Element> elements) {
        Map<LocalDate, List<Object>> nights = new HashMap<>();
        for (Element element : elements) {
            for (int day = element.from(); day <= element.from() + element.length(); day++) {
                LocalDate night = today.plusDays(day);
                if (element.days().contains(DAYS.get(night.getDayOfWeek().getValue() - 1))) {
                    List<Object> night0 =
                            nights.computeIfAbsent(night, it -> texts(false, null, null));
                    switch (element.field()) {
                        case "cta" -> night0.set(0, element.value().toString());
                        case "minThrough" -> night0.set(1, String.valueOf(element.value()));
                        default ->
                                night0.set(
                                        2,
                                        element.value() == null
                                                ? "null"
                                                : element.value().toString().replace(".", ""));
                    }
                }
            }
        }
        return nights;
    }

    private static List<Object> texts(Object... values) {
        List<Object> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }
}
