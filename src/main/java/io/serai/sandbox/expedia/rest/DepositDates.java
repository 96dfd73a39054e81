package io.serai.sandbox.expedia.rest;

import static io.serai.sandbox.expedia.rest.DepositRules.broken;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the Deposit API demands of the dates of an exception. */
final class DepositDates {

    private static final Set<String> DAYS = Set.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final int MOST_RANGES = 15;

    private DepositDates() {}

    /** Refuses ranges that break a rule. */
    static void check(JsonNode ranges) {
        if (!ranges.isArray() || ranges.isEmpty()) {
            throw broken(3007, "At least one date range must be defined per policy.");
        }
        if (ranges.size() > MOST_RANGES) {
            throw broken(
                    3008,
                    "A policy contained too many date ranges. At most 15 date ranges are"
                            + " allowed.");
        }
        List<LocalDate[]> seen = new ArrayList<>();
        for (JsonNode range : ranges) {
            LocalDate start = date(range, "startDate", 3003, "Policy start date is mandatory.");
            LocalDate end = date(range, "endDate", 3004, "Policy end date is mandatory.");
            if (end.isBefore(start)) {
                throw broken(3005, "Policy end date must be after the start date.");
            }
            days(range.path("daysOfWeek"));
            if (seen.stream().anyMatch(it -> !start.isAfter(it[1]) && !it[0].isAfter(end))) {
                throw broken(3009, "A policy may not contain overlapping dates.");
            }
            seen.add(new LocalDate[] {start, end});
        }
    }

    private static void days(JsonNode days) {
        Set<String> seen = new HashSet<>();
        for (JsonNode day : days) {
            if (!seen.add(Entity.oneOf("daysOfWeek", day, DAYS))) {
                throw broken(3006, "Days of the weeks must be unique within the date range.");
            }
        }
    }

    private static LocalDate date(JsonNode range, String member, int code, String words) {
        if (!range.hasNonNull(member)) {
            throw broken(code, words);
        }
        try {
            return LocalDate.parse(range.path(member).asText());
        } catch (DateTimeParseException wrong) {
            throw RestRefusal.wrongType(member, "YYYY-MM-DD");
        }
    }
}
