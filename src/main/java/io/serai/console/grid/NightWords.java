package io.serai.console.grid;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.ConnectionCurrencies;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.console.ValueWords;
import io.serai.console.Words;
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
record NightWords(NightTable table, Hotel hotel, ConnectionCurrencies currencies) {

    private static final String ENGINE = "engine:";
    private static final String HELD = "held";

    NightStory.Event event(Happening it) {
        return new NightStory.Event(
                Times.moment(it.at(), hotel.zone()),
                heldBack(it) ? HELD : it.what(),
                heldBack(it) ? "held back" : kind(it.what()),
                who(it),
                words(it));
    }

    /** No channel saw it: Serai keeps the price until somebody has looked. */
    private static boolean heldBack(Happening it) {
        return it.what().equals("refused") && said(it, "code").equals(HELD);
    }

    private static String who(Happening it) {
        if (heldBack(it)) {
            return "Serai, for " + said(it, "channel");
        }
        Object who = it.what().equals("set") ? it.said().get("actor") : it.said().get("channel");
        String text = String.valueOf(who);
        if (text.startsWith(ENGINE)) {
            return "Serai, " + text.substring(ENGINE.length()).replace('-', ' ');
        }
        return text.startsWith("user:") ? text.substring("user:".length()) : text;
    }

    private static String kind(String what) {
        return switch (what) {
            case "drift-found" -> "shown otherwise";
            case "drift-settled" -> "settled";
            default -> what;
        };
    }

    private String words(Happening it) {
        return switch (it.what()) {
            case "set" ->
                    it.said().get("value") == null
                            ? said(it, "act").replace('-', ' ') + " of many nights at once"
                            : said(it, "value");
            case "sent" ->
                    join(ValueWords.sent(said(it, "sent"), currency(it)), said(it, "correlation"));
            case "answered" ->
                    join(
                            Words.of("delivery", said(it, "outcome")),
                            said(it, "code"),
                            said(it, "words"),
                            said(it, "reference").isEmpty()
                                    ? ""
                                    : "reference " + said(it, "reference"));
            case "refused" ->
                    join(one(it, "value"), heldBack(it) ? "" : said(it, "code"), said(it, "words"));
            default ->
                    "we told "
                            + one(it, "held")
                            + ", it shows "
                            + one(it, "shown")
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

    private String one(Happening it, String name) {
        return ValueWords.one(said(it, "field"), said(it, name), currency(it));
    }

    private String currency(Happening it) {
        return currencies.at(said(it, "connection"));
    }

    /** A night as the record of changes has it: columns, without those that are null. */
    String recorded(JsonNode columns) {
        List<String> words = new ArrayList<>();
        for (NightField field : table.fields()) {
            JsonNode value = columns.path(field.column());
            String name = ValueWords.what(field.column().replace('_', '-'));
            if (value.isArray()) {
                words.add(
                        name
                                + " "
                                + StreamSupport.stream(value.spliterator(), false)
                                        .map(
                                                price ->
                                                        price.isNull()
                                                                ? Night.DASH
                                                                : hotel.money(price.longValue()))
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
