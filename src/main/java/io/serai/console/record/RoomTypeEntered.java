package io.serai.console.record;

import io.serai.console.grid.BulkValues;
import io.serai.hotel.plan.PlanRefused;
import io.serai.hotel.room.RoomType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A room type as its form has it; the fields have the names that the API gives them.
 *
 * @param values what stands in the form
 */
record RoomTypeEntered(BulkValues values) implements Entered {

    /** A room type as it is. */
    static RoomTypeEntered of(RoomType type) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("name", type.name());
        values.add("code", type.code());
        values.add("size", Integer.toString(type.size()));
        values.add("maxGuests", Integer.toString(type.maxGuests()));
        values.add("safetyStock", Integer.toString(type.safetyStock()));
        values.add("overbooking", Integer.toString(type.overbooking()));
        return new RoomTypeEntered(new BulkValues(values));
    }

    /**
     * What the room type is to be.
     *
     * @param id its key
     * @param code the hotel's own
     * @throws PlanRefused naming the field that cannot be meant
     */
    RoomType type(String id, String code) {
        return new RoomType(
                        id,
                        code,
                        text("name"),
                        rooms("size"),
                        rooms("maxGuests"),
                        rooms("safetyStock"),
                        rooms("overbooking"))
                .meant();
    }

    private int rooms(String field) {
        String said = text(field);
        if (!said.matches("[0-9]{0,5}")) {
            throw PlanRefused.of(field, "'" + said + "'", "a whole number");
        }
        return said.isEmpty() ? 0 : Integer.parseInt(said);
    }
}
