package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.eqc.Slot.Field;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Xml;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Reads what an update says, and finds what makes the whole of it unacceptable. */
final class UpdateReader {

    private static final Map<String, Field> LIMITS =
            Map.of(
                    "minLOS", Field.MIN_LOS,
                    "maxLOS", Field.MAX_LOS,
                    "closedToArrival", Field.CTA,
                    "closedToDeparture", Field.CTD);

    private final Hotel hotel;
    private final Calendar calendar;
    private final Update update = new Update();

    UpdateReader(Hotel hotel, LocalDate today) {
        this.hotel = hotel;
        this.calendar = new Calendar(today);
    }

    Update read(Element root) {
        for (var part : Xml.children(root, "AvailRateUpdate")) {
            update.item();
            var nights =
                    Xml.children(part, "DateRange").stream()
                            .flatMap(range -> calendar.nights(range, update).stream())
                            .toList();
            Xml.children(part, "RoomType").forEach(room -> room(room, nights));
        }
        if (update.updates() == 0 && update.errors().isEmpty()) {
            update.refuse(3015, "The message has no update");
        }
        return update;
    }

    private void room(Element told, List<LocalDate> nights) {
        var id = told.getAttribute("id");
        var room = hotel.rooms().get(id);
        if (room == null) {
            update.refuse(3203, "Room type " + id + " is none of hotel " + hotel.id());
            return;
        }
        update.name(room);
        var closed = Xml.attribute(told, "closed");
        if (closed != null) {
            update.set(id, nights, Field.ROOM_CLOSED, 0, Calendar.yes(closed));
        }
        var inventory = Xml.child(told, "Inventory");
        if (inventory != null) {
            inventory(id, inventory, nights);
        }
        Xml.children(told, "RatePlan").forEach(plan -> plan(room, plan, nights));
    }

    private void inventory(String room, Element told, List<LocalDate> nights) {
        var total = Xml.attribute(told, "totalInventoryAvailable");
        var flexible = Xml.attribute(told, "flexibleAllocation");
        if (total != null && flexible != null) {
            update.refuse(3026, "Room type " + room + " has both kinds of allocation");
        } else if (total != null) {
            update.set(room, nights, Field.TOTAL, 0, Integer.valueOf(total));
        } else if (flexible != null) {
            update.set(room, nights, Field.FLEXIBLE, 0, Integer.valueOf(flexible));
        }
    }

    private void plan(RoomType room, Element told, List<LocalDate> nights) {
        var id = told.getAttribute("id");
        var plan = hotel.plan(room, id).orElse(null);
        if (plan == null) {
            update.refuse(3204, "Rate plan " + id + " is none of room type " + room.id());
            return;
        }
        if (!hotel.manageableId(plan).equals(id)) {
            update.refuse(
                    3142,
                    "Rate plan %s cannot be managed (expected: %s)"
                            .formatted(id, hotel.manageableId(plan)));
            return;
        }
        var named = new Update.Named(room, plan, id);
        update.name(named);
        var closed = Xml.attribute(told, "closed");
        if (closed != null) {
            update.set(plan.id(), nights, Field.CLOSED, 0, Calendar.yes(closed));
        }
        var rates = new RateReader(hotel, named, nights, update);
        Xml.children(told, "Rate").forEach(rates::read);
        Xml.children(told, "Restrictions").forEach(limits -> limits(named, limits, nights));
    }

    private void limits(Update.Named plan, Element told, List<LocalDate> nights) {
        LIMITS.forEach(
                (name, field) -> {
                    var value = Xml.attribute(told, name);
                    if (value != null) {
                        update.set(plan.plan().id(), nights, field, 0, limit(field, value));
                    }
                });
        var least = Xml.attribute(told, "minLOS");
        var most = Xml.attribute(told, "maxLOS");
        if (least != null && most != null && Integer.parseInt(most) < Integer.parseInt(least)) {
            update.refuse(
                    3015,
                    "Rate plan %s: maxLOS %s is below minLOS %s"
                            .formatted(plan.xmlId(), most, least));
        }
        if (least != null
                && hotel.mostMinLos() != null
                && Integer.parseInt(least) > hotel.mostMinLos()) {
            update.refuse(
                    3135,
                    "Rate plan %s: minLOS %s is above %d, which needs approval"
                            .formatted(plan.xmlId(), least, hotel.mostMinLos()));
        }
        if (plan.plan().derived()
                && !plan.plan().linked()
                && told.getAttributes().getLength() > 0) {
            update.refuse(3142, "Rate plan " + plan.xmlId() + " is derived from another");
        }
    }

    private static Object limit(Field field, String value) {
        return field == Field.MIN_LOS || field == Field.MAX_LOS
                ? Integer.valueOf(value)
                : Boolean.valueOf(Calendar.yes(value));
    }
}
