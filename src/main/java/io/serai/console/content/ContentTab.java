package io.serai.console.content;

import io.serai.content.PartId;
import java.util.Arrays;
import java.util.Optional;

/** A sheet of a hotel's content: the parts of one kind. */
public enum ContentTab {
    PROPERTY("Property", PartId.PROPERTY),
    DESCRIPTIONS("Descriptions", "descriptions"),
    POLICIES("Policies", "policies"),
    FACILITIES("Facilities", "facilities"),
    CONTACTS("Contacts", "contacts"),
    ROOMS("Rooms", PartId.ROOM),
    PLANS("Plans", PartId.RATE_PLAN),
    PRODUCTS("Plans by room", PartId.PRODUCT),
    CHARGES("Charges", "charges");

    private final String title;
    private final String kind;

    ContentTab(String title, String kind) {
        this.title = title;
        this.kind = kind;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String kind() {
        return kind;
    }

    static Optional<ContentTab> of(String word) {
        return Arrays.stream(values()).filter(tab -> tab.word().equals(word)).findFirst();
    }

    /** Where parts of a kind are written; empty for those that are written nowhere here. */
    static Optional<ContentTab> ofKind(String kind) {
        return Arrays.stream(values()).filter(tab -> tab.kind.equals(kind)).findFirst();
    }
}
