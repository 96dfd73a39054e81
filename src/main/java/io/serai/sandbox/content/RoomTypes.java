package io.serai.sandbox.content;

import static io.serai.sandbox.content.OtaFaces.needed;
import static io.serai.sandbox.content.OtaFaces.number;
import static io.serai.sandbox.content.OtaFaces.refused;

import io.serai.sandbox.property.Building;
import io.serai.sandbox.property.Hotel;
import io.serai.sandbox.wire.OtaAnswer;
import io.serai.sandbox.wire.Refusal;
import io.serai.sandbox.wire.Xml;
import org.w3c.dom.Element;

/** OTA_HotelInvNotif: room types without beds, made, changed, opened and closed. */
final class RoomTypes {

    private final Building building;

    RoomTypes(Building building) {
        this.building = building;
    }

    void act(Hotel hotel, Element list, OtaAnswer answer) {
        for (var sellable : Xml.children(list, "SellableProduct")) {
            if ("Overlay".equals(Xml.attribute(sellable, "InvNotifType"))) {
                overlay(hotel, sellable);
            } else {
                create(hotel, sellable, answer);
            }
        }
    }

    private void create(Hotel hotel, Element sellable, OtaAnswer answer) {
        var guestRoom = needed(Xml.child(sellable, "GuestRoom"), sellable, "GuestRoom");
        if (hotel.rooms().size() >= Units.MOST) {
            throw refused("394", "a property has 100 room types at most");
        }
        answer.list(
                "InventoryCrossRefs",
                "InventoryCrossRef",
                "RequestInvCode",
                Xml.attribute(guestRoom, "RoomID"),
                "ResponseInvCode",
                building.room(hotel.id(), name(guestRoom), guests(guestRoom)));
    }

    private void overlay(Hotel hotel, Element sellable) {
        long room = number(sellable, "InvCode");
        var status = Xml.attribute(sellable, "InvStatusType");
        if (!building.activate(hotel.id(), room, !"Deactivated".equals(status))) {
            throw new Refusal(400, "ROOM_ID_INVALID", room + " is no room type");
        }
        var guestRoom = Xml.child(sellable, "GuestRoom");
        if (guestRoom != null) {
            building.change(hotel.id(), room, name(guestRoom), guests(guestRoom));
        }
    }

    private static String name(Element guestRoom) {
        return needed(needed(Xml.child(guestRoom, "Room"), guestRoom, "Room"), "RoomType");
    }

    private static int guests(Element guestRoom) {
        var occupancy = needed(Xml.child(guestRoom, "Occupancy"), guestRoom, "Occupancy");
        long most = number(occupancy, "MaxOccupancy");
        if (most < 1 || most > 50) {
            throw refused("394", "MaxOccupancy is " + most + " (expected: 1 to 50)");
        }
        return (int) most;
    }
}
