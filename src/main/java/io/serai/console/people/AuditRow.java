package io.serai.console.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.database.audit.AuditTrail;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * An entry of the audit in the list.
 *
 * @param subject with its id
 * @param changes what changed, column by column
 */
record AuditRow(
        long id,
        String at,
        String actor,
        String act,
        String subject,
        String hotel,
        List<String> changes,
        String reason) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK);

    static AuditRow of(
            AuditTrail.Entry entry, JsonNode change, Map<Integer, String> hotels, ZoneId zone) {
        Integer hotel = entry.hotel();
        return new AuditRow(
                entry.id(),
                MOMENT.format(entry.at().atZone(zone)),
                entry.actor(),
                entry.act(),
                entry.subject() + (entry.subjectId() == null ? "" : " " + entry.subjectId()),
                hotel == null ? "" : hotels.getOrDefault(hotel, "hotel " + hotel),
                changes(entry, change),
                Objects.requireNonNullElse(entry.reason(), ""));
    }

    private static List<String> changes(AuditTrail.Entry entry, JsonNode change) {
        List<String> words = new ArrayList<>();
        if (entry.nights() != null) {
            words.add("nights " + entry.nights());
        }
        JsonNode before = change.path("before");
        JsonNode after = change.path("after");
        TreeSet<String> columns = new TreeSet<>();
        change.path("columns").forEach(column -> columns.add(column.asText()));
        before.fieldNames().forEachRemaining(columns::add);
        after.fieldNames().forEachRemaining(columns::add);
        List<String> untold = new ArrayList<>();
        for (String column : columns) {
            if (!before.has(column) && !after.has(column)) {
                untold.add(column);
            } else if (entry.act().equals("insert")) {
                words.add(column + ": " + value(after, column));
            } else {
                words.add(column + ": " + value(before, column) + " → " + value(after, column));
            }
        }
        if (!untold.isEmpty()) {
            words.add("not shown: " + String.join(", ", untold));
        }
        if (columns.isEmpty() && change.isObject() && !change.isEmpty()) {
            words.add(change.toString());
        }
        return words;
    }

    private static String value(JsonNode values, String column) {
        JsonNode value = values.path(column);
        return value.isMissingNode() || value.isNull()
                ? "–"
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
