package io.serai.console.record;

import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.content.RecordTold;
import io.serai.hotel.plan.PlanBook;
import io.serai.hotel.room.RoomType;
import io.serai.hotel.room.RoomTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a room type shows, of one that is there or of one to be made. */
@Component
class RoomTypeSheet {

    private static final Map<String, Function<RoomType, Object>> NAMED =
            Map.of(
                    "name", RoomType::name,
                    "code", RoomType::code,
                    "rooms", RoomType::size,
                    "maxGuests", RoomType::maxGuests);

    private final Frame frame;
    private final RecordTold told;
    private final RoomTypes types;

    RoomTypeSheet(Frame frame, RecordTold told, RoomTypes types) {
        this.frame = frame;
        this.told = told;
        this.types = types;
    }

    /**
     * Gives a page all of it.
     *
     * @param type as it is; null: it is to be made
     * @param form what stands in its form
     */
    String show(
            JdbcClient database,
            Hotel hotel,
            SignedIn user,
            Model model,
            @Nullable RoomType type,
            Shown<RoomTypeEntered> form) {
        List<RecordTold.At> channels = told.roomTypes(database, hotel.id());
        frame.on(model, user, hotel, "inventory");
        model.addAttribute("path", "/hotels/" + hotel.id() + "/inventory/room-types");
        model.addAttribute("title", type == null ? "New room type" : type.name());
        model.addAttribute("type", type);
        form.on(model);
        model.addAttribute("channels", channels);
        model.addAttribute("told", ToldRow.of(channels));
        model.addAttribute(
                "plans",
                type == null
                        ? List.of()
                        : new PlanBook(database, hotel.id())
                                .all().stream()
                                        .filter(plan -> plan.isSoldFor(Integer.parseInt(type.id())))
                                        .map(
                                                plan ->
                                                        new PlanSheet.Link(
                                                                plan.id(), plan.content().name()))
                                        .toList());
        return "record/room-type";
    }

    /** What becomes at the channels of what is another by now. */
    String changed(JdbcClient database, int hotel, @Nullable RoomType before, RoomType after) {
        List<String> changed =
                NAMED.entrySet().stream()
                        .filter(
                                field ->
                                        before == null
                                                || !Objects.equals(
                                                        field.getValue().apply(before),
                                                        field.getValue().apply(after)))
                        .map(Map.Entry::getKey)
                        .toList();
        boolean moves =
                before == null
                        || before.maxGuests() != after.maxGuests()
                        || before.safetyStock() != after.safetyStock()
                        || before.overbooking() != after.overbooking();
        return ToldRow.sentences(told.roomTypes(database, hotel), changed)
                + (moves ? " Rooms to sell and prices are compared and told now." : "");
    }

    /** One of the hotel's. */
    RoomType find(JdbcClient database, Hotel hotel, int type) {
        return types.find(database, hotel.id(), type)
                .orElseThrow(() -> new NotHere("room type " + type));
    }

    /**
     * The page again, with why nothing was written.
     *
     * @param type 0: it was to be made
     */
    String again(
            JdbcClient database,
            Hotel hotel,
            Asked asked,
            int type,
            RoomTypeEntered entered,
            NotWritten why) {
        RoomType now = type == 0 ? null : find(database, hotel, type);
        return show(
                database,
                hotel,
                asked.user(),
                asked.model(),
                now,
                Shown.again(
                        entered, now == null ? null : Shown.of(now, RoomTypeEntered.of(now)), why));
    }
}
