package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.sandbox.content.Wrong.Fault;
import io.serai.sandbox.property.Hotel;
import java.util.ArrayList;
import java.util.List;

/** Whether a property has all that guests need, and opening and closing it. */
final class Statuses {

    private static final int RESTRICTED = 733;

    private final Schemas schemas;
    private final Parts parts;
    private final Made made;

    Statuses(Schemas schemas, Parts parts, Made made) {
        this.schemas = schemas;
        this.parts = parts;
        this.made = made;
    }

    JsonNode act(Told told) {
        schemas.check("status", told.body());
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", act(told.hotel(), told.body().path("operation").asText()));
    }

    /**
     * Checks, opens or closes.
     *
     * @return the words of the channel
     */
    String act(Hotel hotel, String operation) {
        if (operation.equals("Close")) {
            made.become(hotel.id(), Made.Status.CLOSED);
            return "Closed";
        }
        var lacks = lacks(hotel);
        if (!lacks.isEmpty()) {
            throw new Wrong(400, lacks);
        }
        if (operation.equals("Check")) {
            return "Checks have passed";
        }
        if (made.status(hotel.id()) == Made.Status.TEST) {
            throw Wrong.of(RESTRICTED, "operation", "a test property cannot be opened");
        }
        made.become(hotel.id(), Made.Status.OPEN);
        return "Open / Bookable";
    }

    private List<Fault> lacks(Hotel hotel) {
        var lacks = new ArrayList<Fault>();
        need(lacks, hasGeneralContact(hotel), "contacts", "no contact of type general");
        need(lacks, !hotel.rooms().isEmpty(), "units", "no active room type");
        need(
                lacks,
                hotel.rooms().values().stream().anyMatch(room -> !room.rates().isEmpty()),
                "roomrates",
                "no rate plan is sold for any room type");
        need(
                lacks,
                !parts.below(hotel.id(), Descriptions.PART).isEmpty(),
                "description",
                "no description");
        need(
                lacks,
                parts.find(hotel.id(), Facilities.PART).isPresent(),
                "facilities",
                "no facilities");
        return lacks;
    }

    private boolean hasGeneralContact(Hotel hotel) {
        return parts.find(hotel.id(), Contacts.PART)
                .map(all -> all.findValuesAsText("type").contains("general"))
                .orElse(false);
    }

    private static void need(List<Fault> lacks, boolean there, String what, String words) {
        if (!there) {
            lacks.add(new Fault(RESTRICTED, what, words));
        }
    }
}
