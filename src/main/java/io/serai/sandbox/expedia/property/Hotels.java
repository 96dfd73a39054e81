package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionTemplate;

/** All hotels, remembered in memory; only this program writes them. */
public final class Hotels {

    private final HotelRows rows;
    private final PlanRows plans;
    private final TransactionTemplate transaction;
    private final Map<Long, Hotel> byId = new ConcurrentHashMap<>();

    Hotels(HotelRows rows, PlanRows plans, TransactionTemplate transaction) {
        this.rows = rows;
        this.plans = plans;
        this.transaction = transaction;
        rows.ids().forEach(this::recall);
    }

    public Optional<Hotel> find(long hotel) {
        return Optional.ofNullable(byId.get(hotel));
    }

    /** The hotel, where it is linked to the account. */
    public Optional<Hotel> of(Account account, long hotel) {
        return find(hotel).filter(h -> h.account().equals(account.name()));
    }

    public List<Hotel> linkedTo(Account account) {
        return byId.values().stream()
                .filter(hotel -> hotel.account().equals(account.name()))
                .sorted(Comparator.comparing(Hotel::id))
                .toList();
    }

    public Collection<Hotel> all() {
        return byId.values();
    }

    /** Writes a room type, new or changed, without its rate plans. */
    public synchronized Hotel saveRoom(long hotel, RoomType room) {
        transaction.executeWithoutResult(status -> rows.put(hotel, room));
        return recall(hotel);
    }

    /** Writes a rate plan of a room type, new or changed. */
    public synchronized Hotel savePlan(long hotel, String room, RatePlan plan) {
        transaction.executeWithoutResult(status -> plans.put(room, plan));
        return recall(hotel);
    }

    public synchronized Hotel removePlan(long hotel, String plan) {
        transaction.executeWithoutResult(status -> plans.remove(plan));
        return recall(hotel);
    }

    /**
     * Opens a hotel without rooms, as the Property API makes one.
     *
     * @param settings what it said of {@code inventorySettings}
     */
    public Hotel open(
            long hotel,
            Account account,
            String name,
            String currency,
            String timeZone,
            JsonNode settings) {
        return put(hotel, HotelForm.made(account.name(), name, currency, timeZone, settings));
    }

    /** Opens a hotel, or makes one that is there equal to the form. */
    synchronized Hotel put(long hotel, HotelForm form) {
        transaction.executeWithoutResult(
                status -> {
                    rows.put(hotel, form);
                    form.rooms().forEach(room -> put(hotel, form, room));
                });
        return recall(hotel);
    }

    private void put(long hotel, HotelForm form, HotelForm.RoomForm room) {
        rows.put(
                hotel,
                new RoomType(
                        room.id(),
                        room.name(),
                        room.partnerCode(),
                        room.maxPersons(),
                        room.baseAllocation(),
                        Map.of(),
                        HotelForm.text(room.details())));
        room.rates().forEach(rate -> plans.put(room.id(), rate.plan(form)));
    }

    private Hotel recall(long id) {
        var hotel = rows.read(id);
        byId.put(id, hotel);
        return hotel;
    }
}
