package io.serai.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a channel takes the parts of one kind of a hotel's content. A field is a path such as {@code
 * address.city}; what it begins with, as {@code address}, stands for all below.
 *
 * @param port the port that takes them
 * @param read the port that shows what is there; null: it cannot be read
 * @param fields the fields that it takes
 * @param languages the languages that it takes of texts; none: all
 * @param create whether they are made there by the port, and have ids of their own
 * @param unsure create: where people look whether one is there whose making was not answered, since
 *     the channel cannot be asked; null: the port looks
 * @param fixed the fields that are told when a part is made and never after
 * @param needs the fields without which a part is not sent
 * @param with the kinds whose content goes as a member of theirs
 * @param after product: the kinds whose ids it is told, and waits for
 */
public record ContentKind(
        String port,
        @Nullable String read,
        List<String> fields,
        List<String> languages,
        boolean create,
        @Nullable String unsure,
        List<String> fixed,
        List<String> needs,
        List<String> with,
        List<String> after) {

    /** The port that takes a part where the channel's file names no other. */
    public static final String USUAL_PORT = "content-push";

    private static final List<String> USUAL_AFTER = List.of("room", "rate-plan");

    public ContentKind {
        port = Objects.requireNonNullElse(port, USUAL_PORT);
        fields = List.copyOf(fields);
        languages = List.copyOf(Objects.requireNonNullElse(languages, List.of()));
        fixed = List.copyOf(Objects.requireNonNullElse(fixed, List.of()));
        needs = List.copyOf(Objects.requireNonNullElse(needs, List.of()));
        with = List.copyOf(Objects.requireNonNullElse(with, List.of()));
        after = List.copyOf(Objects.requireNonNullElse(after, USUAL_AFTER));
    }

    /** Whether it takes a field. */
    public boolean takes(String field) {
        return covers(fields, field);
    }

    /** Whether a field is told only when the part is made. */
    public boolean isFixed(String field) {
        return covers(fixed, field);
    }

    /** Whether it takes texts of a language, as {@code en} or {@code pt-BR}. */
    public boolean takesLanguage(String language) {
        return languages.isEmpty() || languages.contains(language);
    }

    /** Whether a field is one of these, or below one of them. */
    public static boolean covers(List<String> paths, String field) {
        return paths.stream().anyMatch(path -> field.equals(path) || field.startsWith(path + "."));
    }
}
