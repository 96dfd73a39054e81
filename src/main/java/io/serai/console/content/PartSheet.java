package io.serai.console.content;

import java.util.List;
import java.util.Map;

/**
 * A part of a hotel's content, as it is written on a page.
 *
 * @param id of its section
 * @param name as the API names it
 * @param title what people call it
 * @param kind its kind
 * @param record what the hotel's own record says of it, and is changed there
 * @param fields what may be written
 * @param version of the content that the fields say; who saves names it
 * @param problems what keeps it from being saved, beside what stands at its fields
 */
public record PartSheet(
        String id,
        String name,
        String title,
        String kind,
        Map<String, String> record,
        List<ContentField> fields,
        String version,
        List<String> problems) {

    /**
     * A way to another part of the same kind.
     *
     * @param name as the API names it
     */
    public record Link(String name, String title) {}

    /** Whether something keeps it from being saved. */
    public boolean isWrong() {
        return !problems.isEmpty();
    }
}
