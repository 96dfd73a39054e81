package io.serai.console.reports;

import io.serai.hotel.Days;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page's query says, with what it leaves open filled in; each way on from the page is the
 * same query but for one value.
 *
 * @param report which report
 * @param said the values by name, in the words of the API; beside them {@code hotels}, which is
 *     {@code chain} for all hotels, {@code chart}, the figure that is drawn, and {@code page}
 */
public record ReportAsk(String report, Map<String, String> said) {

    private static final List<String> NAMES =
            List.of(
                    "from", "to", "hotels", "by", "each", "per", "channel", "compare", "pickUp",
                    "guests", "only", "chart", "page");
    private static final int DAYS_BY_DAY = 31;
    private static final int DAYS_BY_WEEK = 130;

    static ReportAsk of(String report, Map<String, String> query, LocalDate today) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = query.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                said.put(name, value);
            }
        }
        Preset usual = Preset.usual(report, today);
        if (!said.containsKey("from") && !said.containsKey("to")) {
            said.put("from", usual.from().toString());
            said.put("to", usual.to().toString());
        }
        return new ReportAsk(report, said);
    }

    /** What it says under a name; null: nothing. */
    public @Nullable String get(String name) {
        return said.get(name);
    }

    /** Whether it is about what channels hold. */
    boolean isParity() {
        return report.equals("parity");
    }

    /** Whether it is about all hotels of the user. */
    public boolean isChain() {
        return "chain".equals(said.get("hotels"));
    }

    /** The same in steps that suit the length of its period, where it says none. */
    ReportAsk inSteps() {
        if (said.containsKey("each")) {
            return this;
        }
        try {
            long days =
                    ChronoUnit.DAYS.between(
                            Days.parse(said.getOrDefault("from", "")),
                            Days.parse(said.getOrDefault("to", "")));
            return with(
                    "each", days < DAYS_BY_DAY ? "day" : days < DAYS_BY_WEEK ? "week" : "month");
        } catch (DateTimeParseException unreadable) {
            return this; // what asks for the report says so
        }
    }

    private ReportAsk with(String name, String value) {
        Map<String, String> other = new LinkedHashMap<>(said);
        other.put(name, value);
        return new ReportAsk(report, other);
    }

    /** The query of another page of its lines. */
    public String page(int number) {
        return with("page", Integer.toString(number)).query();
    }

    /** The query of the same about another period, in the same steps and with the same figure. */
    public String at(Preset preset) {
        Map<String, String> other = new LinkedHashMap<>(said);
        other.put("from", preset.from().toString());
        other.put("to", preset.to().toString());
        other.remove("page");
        return new ReportAsk(report, other).query();
    }

    /** Whether it is about just this period. */
    public boolean isAt(Preset preset) {
        return preset.from().toString().equals(said.get("from"))
                && preset.to().toString().equals(said.get("to"));
    }

    /** What another report is asked that is looked at next: the same hotels. */
    public String elsewhere() {
        Map<String, String> kept = new LinkedHashMap<>(said);
        kept.keySet().retainAll(List.of("hotels"));
        return new ReportAsk(report, kept).query();
    }

    /** The query of its chart. */
    public String chart() {
        return query();
    }

    /** The query of a file with the same lines. */
    public String file(String format) {
        return with("format", format).query();
    }

    private String query() {
        return said.entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", said.isEmpty() ? "" : "?", ""));
    }
}
