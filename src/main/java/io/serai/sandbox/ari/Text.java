package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads dates and numbers; a bad one is a schema fault of the whole request. */
final class Text {

    private Text() {}

    static String required(Element element, String attribute) {
        var text = Xml.attribute(element, attribute);
        if (text == null || text.isEmpty()) {
            throw fault(element.getLocalName() + "@" + attribute, "absent", "a value");
        }
        return text;
    }

    static LocalDate date(String name, @Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeParseException e) {
            throw new Refusal(
                    400, "NOT_A_VALID_DATE", name + " is '" + text + "' (expected: YYYY-MM-DD)");
        }
    }

    static int integer(String name, @Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw fault(name, text, "a whole number");
        }
    }

    static long id(String name, @Nullable String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw fault(name, text, "a whole number");
        }
    }

    static BigDecimal decimal(String name, @Nullable String text) {
        try {
            return new BigDecimal(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw fault(name, text, "a decimal number");
        }
    }

    /** "XDY", X days and Y hours, as hours; 0 clears. */
    static int advance(String name, String text) {
        var parts = text.toUpperCase(java.util.Locale.ROOT).split("D", -1);
        if (parts.length == 1) {
            return integer(name, parts[0]) * 24;
        }
        return integer(name, parts[0]) * 24 + (parts[1].isEmpty() ? 0 : integer(name, parts[1]));
    }

    static Refusal fault(String name, @Nullable String met, String expected) {
        return new Refusal(
                400, "SCHEMA_FAULT", name + " is '" + met + "' (expected: " + expected + ")");
    }
}
