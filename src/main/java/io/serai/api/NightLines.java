package io.serai.api;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.serai.hotel.night.CsvUpdates;
import io.serai.hotel.night.NightContent;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nights as lines of a table that a request to write takes back. */
final class NightLines {

    private final NightShape shape;

    NightLines(NightShape shape) {
        this.shape = shape;
    }

    CsvSchema schema() {
        return CsvSchema.emptySchema().withoutHeader();
    }

    /** The names of the columns. */
    List<String> header() {
        List<String> names = new ArrayList<>(List.of(shape.key(), "roomType"));
        if (shape.hotel().table() == NightTable.RATES) {
            names.add("ratePlan");
        }
        names.add("night");
        shape.hotel().table().fields().stream().map(NightField::word).forEach(names::add);
        names.add("version");
        return names;
    }

    /** A night, in the order of the columns. */
    List<String> line(NightContent night) {
        List<String> line = new ArrayList<>();
        shape.sold(night.sold()).values().forEach(value -> line.add(String.valueOf(value)));
        line.add(night.night().toString());
        night.values().forEach((field, value) -> line.add(text(shape.value(field, value))));
        line.add(night.version());
        return line;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return CsvUpdates.NONE;
        }
        return value instanceof List<?> many
                ? many.stream().map(NightLines::text).collect(Collectors.joining(" "))
                : value.toString();
    }
}
