package io.serai.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Writes texts of a table so that no program for tables reads one as a formula: an apostrophe goes
 * before what begins like one. Numbers stay as they are.
 */
final class PlainCell extends JsonSerializer<String> {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

    @Override
    public void serialize(String value, JsonGenerator table, SerializerProvider provider)
            throws IOException {
        table.writeString(of(value));
    }

    static String of(String value) {
        boolean formula =
                !value.isEmpty()
                        && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                        && !NUMBER.matcher(value).matches();
        return formula ? "'" + value : value;
    }
}
