package io.serai.sandbox.property;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All hotels, remembered in memory; only this program writes them. */
public final class Hotels {

    private final HotelRows rows;
    private final Map<Long, Hotel> byId = new ConcurrentHashMap<>();
    private final Map<Long, Hotel> byRoom = new ConcurrentHashMap<>();

    Hotels(HotelRows rows) {
        this.rows = rows;
        rows.ids().forEach(this::recall);
    }

    public Optional<Hotel> find(long hotel) {
        return Optional.ofNullable(byId.get(hotel));
    }

    /** The hotel that has this active room type. */
    public Optional<Hotel> havingRoom(long room) {
        return Optional.ofNullable(byRoom.get(room));
    }

    public List<Hotel> linkedTo(String account) {
        return byId.values().stream()
                .filter(hotel -> hotel.accounts().contains(account))
                .sorted(java.util.Comparator.comparing(Hotel::id))
                .toList();
    }

    Collection<Hotel> all() {
        return byId.values();
    }

    /** Opens a hotel, or makes one that is there equal to the form. */
    synchronized Hotel put(long hotel, HotelForm form) {
        rows.put(hotel, form);
        return recall(hotel);
    }

    /** Remembers a hotel anew after its rows changed. */
    synchronized Hotel recall(long id) {
        var hotel = rows.read(id);
        byRoom.values().removeIf(other -> other.id() == id);
        byId.put(id, hotel);
        hotel.rooms().keySet().forEach(room -> byRoom.put(room, hotel));
        return hotel;
    }
}
