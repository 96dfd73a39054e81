package io.serai.console.grid;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.hotel.night.Happening;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tells for people what happened to a night. */
record NightWords(NightTable table, Hotel hotel) {

    NightStory.Event event(Happening it) {
        return new NightStory.Event(
                Times.moment(it.at(), hotel.zone()), it.what(), who(it), words(it));
    }

    private static String who(Happening it) {
        Object who = it.what().equals("set") ? it.said().get("actor") : it.said().get("channel");
        String text = String.valueOf(who);
        return text.startsWith("user:") ? text.substring("user:".length()) : text;
    }

    private static String words(Happening it) {
        return switch (it.what()) {
            case "set" ->
                    it.said().get("value") == null
                            ? said(it, "act") + " of many nights at once"
                            : said(it, "value");
            case "sent" -> join(plain(said(it, "sent")), said(it, "correlation"));
            case "answered" ->
                    join(
                            said(it, "outcome"),
                            said(it, "code"),
                            said(it, "words"),
                            said(it, "reference").isEmpty()
                                    ? ""
                                    : "reference " + said(it, "reference"));
            case "refused" ->
                    said(it, "field")
                            + " "
                            + join(said(it, "value"), said(it, "code"), said(it, "words"));
            default ->
                    said(it, "field")
                            + ": we told "
                            + said(it, "held")
                            + ", it shows "
                            + said(it, "shown")
                            + (it.what().equals("drift-settled")
                                    ? "; settled as " + said(it, "as") + " by " + said(it, "actor")
                                    : Boolean.TRUE.equals(it.said().get("certain"))
                                            ? ""
                                            : " (not certain yet)");
        };
    }

    private static String said(Happening it, String name) {
        return Objects.toString(it.said().get(name), "");
    }

    private static String join(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }

    /** JSON without its signs. */
    private static String plain(String json) {
        return json.replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
    }

    /** A night as the record of changes has it: columns, without those that are null. */
    String recorded(JsonNode columns) {
        List<String> words = new ArrayList<>();
        for (NightField field : table.fields()) {
            JsonNode value = columns.path(field.column());
            String name = field.column().replace('_', ' ');
            if (value.isArray()) {
                words.add(
                        name
                                + " "
                                + StreamSupport.stream(value.spliterator(), false)
                                        .map(
                                                price ->
                                                        price.isNull()
                                                                ? Night.DASH
                                                                : hotel.amount(price.longValue()))
                                        .collect(Collectors.joining(" / ")));
            } else if (value.isBoolean()) {
                if (value.booleanValue()) {
                    words.add(name);
                }
            } else if (value.isNumber() && (value.intValue() > 0 || name.equals("offered"))) {
                words.add(name + " " + value.intValue());
            }
        }
        if (columns.path("sold").intValue() > 0) {
            words.add(columns.path("sold").intValue() + " sold");
        }
        return words.isEmpty() ? "open, nothing else" : String.join(", ", words);
    }
}
