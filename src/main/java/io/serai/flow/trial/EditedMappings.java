package io.serai.flow.trial;

import io.serai.flow.trial.TriedMapping.Cut;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what edited mappings would make otherwise of the last messages that were really received and
 * sent than what was made of them.
 */
final class EditedMappings {

    private final Path inForce;
    private final Path edited;
    private final PrintStream out;

    /**
     * @param inForce the mappings that run
     * @param edited the mappings that are tried
     * @param out where everything is said
     */
    EditedMappings(Path inForce, Path edited, PrintStream out) {
        this.inForce = inForce;
        this.edited = edited;
        this.out = out;
    }

    /** Prints the differences. */
    void compare(Trials trials) {
        Map<String, String> running = MappingFolder.texts(inForce, "");
        Map<String, String> now = MappingFolder.texts(edited, "");
        Set<String> changed = new TreeSet<>(now.keySet());
        changed.removeIf(file -> now.get(file).equals(running.get(file)));
        List<TriedMapping> tried = trials.run(TriedTexts.candidates(now, changed));
        tried.forEach(this::say);
        long others = tried.stream().mapToLong(mapping -> mapping.others().size()).sum();
        out.println(others + " messages would be others");
    }

    private void say(TriedMapping mapping) {
        mapping.others().forEach(message -> say(mapping, message));
        out.println(
                mapping.refused() != null
                        ? mapping.mapping() + ": " + mapping.refused()
                        : "%s: %d of %d messages tried, %d would be others, it fails on %d%s"
                                .formatted(
                                        mapping.mapping(),
                                        mapping.tried(),
                                        mapping.kept(),
                                        mapping.others().size(),
                                        mapping.failing(),
                                        mapping.cut() == null ? "" : "; " + said(mapping.cut())));
    }

    private static String said(Cut cut) {
        return switch (cut) {
            case TIME -> "then its time was over: it may never end";
            case MEMORY -> "then its memory was full";
            case LOST -> "then the process that tried it ended by itself";
            case BEFORE -> "the mapping tried before it had ended the trial";
        };
    }

    private void say(TriedMapping mapping, TriedMessage message) {
        out.println(
                "%s: message %d of %d, %s%s%s, against %s:"
                        .formatted(
                                mapping.mapping(),
                                message.place(),
                                mapping.kept(),
                                message.at(),
                                message.attempt() == null ? "" : ", attempt " + message.attempt(),
                                message.booking().isEmpty() ? "" : ", booking " + message.booking(),
                                message.against()));
        if (message.failed() != null) {
            out.println("  FAILS " + message.failed());
        }
        message.fields()
                .forEach(
                        field ->
                                out.println(
                                        "  %s: %s → %s"
                                                .formatted(
                                                        field.path(),
                                                        field.was(),
                                                        field.wouldBe())));
        if (message.more() > 0) {
            out.println("  and " + message.more() + " more");
        }
    }
}
