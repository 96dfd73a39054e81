package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Tags;

/** Writes the room types and rate plans of a hotel. */
final class ProductListing {

    private final Hotel hotel;
    private final String status;

    /**
     * @param status Active, Inactive or All; empty for Active
     */
    ProductListing(Hotel hotel, String status) {
        this.hotel = hotel;
        this.status = status.isEmpty() ? "Active" : status;
    }

    void write(Tags tags) {
        tags.open("ProductList");
        tags.empty("Hotel", "id", hotel.id(), "name", hotel.name(), "city", "");
        hotel.rooms().values().forEach(room -> write(tags, room));
        tags.close("ProductList");
    }

    private void write(Tags tags, RoomType room) {
        boolean active = room.plans().values().stream().anyMatch(RatePlan::active);
        if (!isShown(active)) {
            return;
        }
        tags.open(
                "RoomType",
                "id",
                room.id(),
                "code",
                room.partnerCode() == null ? room.id() : room.partnerCode(),
                "name",
                room.name(),
                "status",
                active ? "Active" : "Inactive",
                "maxOccupants",
                room.maxPersons());
        room.plans().values().stream()
                .filter(plan -> isShown(plan.active()))
                .forEach(
                        plan ->
                                plan.collects().stream()
                                        .sorted()
                                        .forEach(collect -> write(tags, plan, collect)));
        tags.close("RoomType");
    }

    private void write(Tags tags, RatePlan plan, Collect collect) {
        String id = collect.idOf(plan.id());
        tags.empty(
                "RatePlan",
                "id",
                id,
                "code",
                id,
                "name",
                plan.name(),
                "status",
                plan.active() ? "Active" : "Inactive",
                "type",
                "Standalone",
                "distributionModel",
                collect.word(),
                "rateAcquisitionType",
                acquisition(plan, id),
                "parentId",
                plan.parent() == null ? null : collect.idOf(plan.parent()),
                "pricingModel",
                plan.pricing().word());
    }

    private String acquisition(RatePlan plan, String id) {
        if (plan.derived()) {
            return "Linked";
        }
        if (!id.equals(hotel.manageableId(plan))) {
            return "Derived";
        }
        return hotel.net() ? "NetRate" : "SellRate";
    }

    private boolean isShown(boolean active) {
        return status.equals("All") || active == status.equals("Active");
    }
}
