package io.serai.certified;

import static io.serai.certified.MessageText.all;
import static io.serai.certified.MessageText.children;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what Expedia was told (AvailRateUpdateRQ), at a hotel whose stays are judged through. */
final class ExpediaMessages {

    private static final Map<String, String> WORDS =
            Map.of(
                    "minLOS", "min-through",
                    "maxLOS", "max-through",
                    "closedToArrival", "cta",
                    "closedToDeparture", "ctd",
                    "totalInventoryAvailable", "rooms");

    private ExpediaMessages() {}

    static List<Said> read(String xml) {
        List<Said> said = new ArrayList<>();
        for (Element update : all(MessageText.root(xml), "AvailRateUpdate")) {
            for (Element range : all(update, "DateRange")) {
                for (Element room : all(update, "RoomType")) {
                    room(range, room, said);
                }
            }
        }
        return said;
    }

    private static void room(Element range, Element room, List<Said> said) {
        Map<String, String> own = new TreeMap<>();
        if (room.hasAttribute("closed")) {
            own.put("room-closed", room.getAttribute("closed"));
        }
        children(room)
                .filter(value -> value.getTagName().equals("Inventory"))
                .forEach(inventory -> attributes(inventory, own));
        if (!own.isEmpty()) {
            said.add(said(range, room, null, own));
        }
        for (Element plan : all(room, "RatePlan")) {
            Map<String, String> set = new TreeMap<>();
            if (plan.hasAttribute("closed")) {
                set.put("closed", plan.getAttribute("closed"));
            }
            all(plan, "Restrictions").forEach(restrictions -> attributes(restrictions, set));
            all(plan, "PerDay").forEach(price -> set.put("price", price.getAttribute("rate")));
            said.add(said(range, room, plan.getAttribute("id"), set));
        }
    }

    private static void attributes(Element of, Map<String, String> set) {
        var attributes = of.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            var attribute = attributes.item(at);
            set.put(WORDS.get(attribute.getNodeName()), attribute.getNodeValue());
        }
    }

    private static Said said(
            Element range, Element room, @Nullable String rate, Map<String, String> set) {
        return new Said(
                room.getAttribute("id"),
                rate,
                LocalDate.parse(range.getAttribute("from")),
                LocalDate.parse(range.getAttribute("to")),
                set);
    }
}
