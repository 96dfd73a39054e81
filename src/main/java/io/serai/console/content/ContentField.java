package io.serai.console.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a part may say, as a form asks for it.
 *
 * @param name of the input: the path of the value, joined by dots
 * @param label what it asks
 * @param hint what it means; empty when nothing more is to be said
 * @param kind {@code group}, {@code rows}, {@code texts}, {@code long}, {@code choice}, {@code
 *     checks}, {@code yes}, {@code number}, {@code date}, {@code time}, {@code words}, {@code json}
 *     or {@code text}
 * @param value what it says now
 * @param choices of which one is said, or of {@code checks} some
 * @param chosen those of {@code checks} that are said
 * @param fields what lies within: of {@code rows} the rows, of {@code texts} the languages
 * @param problem what is wrong with what was entered; null: nothing
 */
public record ContentField(
        String name,
        String label,
        String hint,
        String kind,
        String value,
        List<String> choices,
        List<String> chosen,
        List<ContentField> fields,
        @Nullable String problem) {

    /** The id of its input. */
    public String id() {
        return "f-" + name.replace('.', '-');
    }
}
