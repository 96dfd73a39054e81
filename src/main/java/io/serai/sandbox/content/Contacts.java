package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;

/** The contacts of a property: always told as a whole, what is not told is gone. */
final class Contacts {

    static final String PART = "contacts";

    private final Schemas schemas;
    private final Parts parts;

    Contacts(Schemas schemas, Parts parts) {
        this.schemas = schemas;
        this.parts = parts;
    }

    JsonNode put(Told told) {
        schemas.check(PART, told.body());
        var types = new HashSet<String>();
        var contacts = told.body().path("contacts");
        for (int i = 0; i < contacts.size(); i++) {
            for (var profile : contacts.get(i).path("contact_profiles")) {
                if (!types.add(profile.path("type").asText())) {
                    throw Wrong.of(
                            Wrong.INVALID,
                            "contacts[%d].contact_profiles".formatted(i),
                            profile.path("type").asText() + " is told twice");
                }
            }
            phones(i, contacts.get(i).path("phones"));
        }
        if (!types.contains("general")) {
            throw Wrong.of(Wrong.MISSING, PART, "a contact of type general is required");
        }
        parts.put(told.hotel().id(), PART, told.body());
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode read(Told told) {
        return parts.find(told.hotel().id(), PART)
                .orElseGet(
                        () -> {
                            var none = JsonNodeFactory.instance.objectNode();
                            none.putArray(PART);
                            return none;
                        });
    }

    /** Three of the usual kind, one of each other; an extension with the usual kind only. */
    private static void phones(int contact, JsonNode phones) {
        var counts = new int[6];
        for (var phone : phones) {
            int type = phone.path("phone_tech_type").asInt();
            counts[type]++;
            if (counts[type] > (type == 1 ? 3 : 1) || type != 1 && phone.has("extension")) {
                throw Wrong.of(
                        Wrong.INVALID,
                        "contacts[%d].phones".formatted(contact),
                        "too many numbers of type " + type + ", or an extension of one");
            }
        }
    }
}
