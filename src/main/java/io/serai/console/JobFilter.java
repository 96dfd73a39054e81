package io.serai.console;

import io.serai.job.JobRun;
import io.serai.job.JobView;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs are shown, and in which order; empty is any.
 *
 * @param q a part of the name or of what it does
 * @param state {@code running}, {@code paused}, or {@code wrong} where somebody should look at it
 * @param sort by which column
 */
record JobFilter(@Nullable String q, @Nullable String state, @Nullable String sort) {

    boolean matches(JobRow row) {
        return (row.name() + " " + row.does())
                        .toLowerCase(Locale.ROOT)
                        .contains(text(q).toLowerCase(Locale.ROOT))
                && switch (text(state)) {
                    case "running" -> List.of("waiting", "running").contains(row.outcome());
                    case "paused" -> row.paused();
                    case "wrong" -> row.bad();
                    default -> true;
                };
    }

    /** The address that shows the same. */
    String address() {
        return PageAddress.of(
                "/jobs", Map.of("q", text(q), "state", text(state), "sort", text(sort)));
    }

    /** In which order they stand. */
    public Sorting<JobView> sorting() {
        Comparator<Instant> never = Comparator.nullsLast(Comparator.naturalOrder());
        Map<String, Comparator<JobView>> columns = new LinkedHashMap<>();
        columns.put("job", Comparator.comparing(JobView::name, Sorting.byName()));
        columns.put("last", Comparator.comparing(JobFilter::begun, never));
        columns.put("next", Comparator.comparing(JobView::next, never));
        return Sorting.of(text(sort), columns);
    }

    private static @Nullable Instant begun(JobView job) {
        JobRun shown = job.running() == null ? job.last() : job.running();
        return shown == null ? null : shown.begun();
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }
}
