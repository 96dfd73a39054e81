package io.serai.console.record;

import io.serai.content.RecordTold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes at channels of one field of a record, for people.
 *
 * @param field what the field is called
 * @param at at each channel, in the order of the channels
 */
record ToldRow(String field, List<String> at) {

    private static final Map<String, String> NAMES =
            Map.of(
                    "name", "Name",
                    "mealPlan", "Meal plan",
                    "cancellation", "Cancellation terms",
                    "pricing", "How it is priced",
                    "code", "Code",
                    "parent", "Made from",
                    "limits", "Floor and ceiling",
                    "rooms", "Number of rooms",
                    "maxGuests", "Most guests");

    /** One for each field that some channel is asked about. */
    static List<ToldRow> of(List<RecordTold.At> channels) {
        return channels.stream()
                .flatMap(at -> at.fields().keySet().stream())
                .distinct()
                .map(
                        field ->
                                new ToldRow(
                                        NAMES.getOrDefault(field, field),
                                        channels.stream().map(at -> words(at, field)).toList()))
                .toList();
    }

    private static String words(RecordTold.At at, String field) {
        RecordTold.Told told = at.fields().get(field);
        if (told == null) {
            return "its folder is not there";
        }
        return switch (told.way()) {
            case TOLD -> "told with the content";
            case WHEN_MADE -> "told when it is made there, not after";
            case IN_PRICES -> "not told: the prices that come of it are, at once";
            case WRITTEN_THERE -> "not told. " + told.where();
            case NOT -> "not told: no call takes it";
        };
    }

    /** What becomes of a change of these fields, a sentence a channel and way. */
    static String sentences(List<RecordTold.At> channels, Collection<String> changed) {
        List<String> sentences = new ArrayList<>();
        for (RecordTold.At at : channels) {
            for (RecordTold.Way way : RecordTold.Way.values()) {
                String fields =
                        at.fields().entrySet().stream()
                                .filter(each -> changed.contains(each.getKey()))
                                .filter(each -> each.getValue().way() == way)
                                .map(each -> NAMES.getOrDefault(each.getKey(), each.getKey()))
                                .collect(Collectors.joining(", "));
                if (!fields.isEmpty()) {
                    sentences.add(fields + sentence(way, at.name()));
                }
            }
        }
        return String.join(" ", sentences);
    }

    private static String sentence(RecordTold.Way way, String channel) {
        return switch (way) {
            case TOLD -> ": goes to " + channel + " with the content tonight, or with Send now.";
            case WHEN_MADE -> ": " + channel + " is told only when it is made there.";
            case IN_PRICES -> ": " + channel + " is told the prices that come of it.";
            case WRITTEN_THERE -> ": " + channel + " is not told; see below where it is written.";
            case NOT -> ": " + channel + " has no call for it.";
        };
    }
}
