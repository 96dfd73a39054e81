package io.serai.hotel.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads a table whose first line names the columns, one line at a time: the same elements as in
 * JSON. An empty place leaves a field as it is; {@code none} is null, and several prices stand in
 * one place with a space between them. Lines with nothing in them count and say nothing.
 */
public final class CsvUpdates implements Updates {

    /** How the absence of a value is written. */
    public static final String NONE = "none";

    private static final Set<String> PLACES =
            Set.of("product", "room", "roomType", "ratePlan", "night", "from", "to", "version");
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final CsvMapper CSV =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
                    .build();

    private final NightTable table;
    private final Reader body;

    public CsvUpdates(NightTable table, Reader body) {
        this.table = table;
        this.body = body;
    }

    @Override
    public void read(BiConsumer<String, JsonNode> each) throws IOException {
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(withoutMark(body))) {
            for (long line = 2; lines.hasNextValue(); line++) {
                if (line == 2) {
                    demandCommas((CsvSchema) lines.getParserSchema());
                }
                Map<String, String> places = lines.nextValue();
                if (places.values().stream().anyMatch(text -> !text.isEmpty())) {
                    each.accept("line " + line, element(places));
                }
            }
        }
    }

    /** A table without the mark of its encoding, with which Excel begins one. */
    private static Reader withoutMark(Reader body) throws IOException {
        PushbackReader table = new PushbackReader(body);
        int first = table.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            table.unread(first);
        }
        return table;
    }

    private static void demandCommas(CsvSchema header) {
        for (CsvSchema.Column column : header) {
            if (column.getName().contains(";")) {
                throw new NightsRefused(
                        List.of(
                                new Fault(
                                        "line 1",
                                        "columns",
                                        "'" + column.getName() + "'",
                                        "columns separated by commas, as in product,night,price")),
                        0);
            }
        }
    }

    private ObjectNode element(Map<String, String> line) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        line.forEach(
                (column, text) -> {
                    if (!text.isEmpty()) {
                        if (PLACES.contains(column)) {
                            element.put(column, text);
                        } else if (column.equals("weekdays")) {
                            for (String day : text.split(" +")) {
                                element.withArray("/weekdays").add(day);
                            }
                        } else {
                            set.set(column, value(column, text));
                        }
                    }
                });
        element.set("set", set);
        return element;
    }

    private JsonNode value(String column, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ValueKind kind = table.field(column).map(NightField::kind).orElse(ValueKind.FLAG);
        if (text.equals(NONE)) {
            return nodes.nullNode();
        }
        return switch (kind) {
            case FLAG ->
                    text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                            ? nodes.booleanNode(text.equalsIgnoreCase("true"))
                            : nodes.textNode(text);
            case ROOMS, ROOMS_OR_NONE, STAY ->
                    text.matches("[0-9]{1,6}")
                            ? nodes.numberNode(Integer.parseInt(text))
                            : nodes.textNode(text);
            case PRICES ->
                    table.fields().stream().anyMatch(field -> field.word().equals(column))
                            ? prices(text)
                            : nodes.textNode(text);
        };
    }

    private static JsonNode prices(String text) {
        var prices = JsonNodeFactory.instance.arrayNode();
        for (String price : text.split(" +")) {
            if (price.equals(NONE)) {
                prices.addNull();
            } else {
                prices.add(price);
            }
        }
        return prices;
    }
}
