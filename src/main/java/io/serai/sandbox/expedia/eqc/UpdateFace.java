package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.night.NightWriter;
import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.night.RoomNight;
import io.serai.sandbox.expedia.night.ToldRoom;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Call;
import io.serai.sandbox.wire.Carried;
import io.serai.sandbox.wire.Handler;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an update of availability and rates: all of it but what a warning names, or nothing. */
final class UpdateFace implements Handler {

    private static final int MOST_UPDATES = 5000;
    private static final int MOST_BYTES = 100 * 1024;

    private final Eqc eqc;
    private final Nights nights;
    private final NightWriter writer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UpdateFace(
            Eqc eqc,
            Nights nights,
            NightWriter writer,
            TransactionTemplate transaction,
            Clock clock) {
        this.eqc = eqc;
        this.nights = nights;
        this.writer = writer;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Answer answer(Call call) {
        if (call.body().length > MOST_BYTES) {
            throw Eqc.refused(3405, "The message has " + call.body().length + " bytes");
        }
        var request = eqc.open(call, Message.AVAIL_RATE);
        var hotel = eqc.hotel(request);
        if (hotel.status().equals("UnderConversion")) {
            throw Eqc.refused(3145, "Hotel " + hotel.id() + " is being converted");
        }
        eqc.connect(call, String.valueOf(hotel.id()), Message.AVAIL_RATE);
        var update = new UpdateReader(hotel, hotel.today(clock)).read(request.root());
        if (update.updates() > MOST_UPDATES) {
            update.errors().clear();
            update.refuse(3107, "The message has " + update.updates() + " updates");
        }
        var refused = !update.errors().isEmpty();
        var carried =
                new Carried(
                        hotel.id(),
                        update.items(),
                        refused ? 0 : update.cells(),
                        refused ? 0 : update.updates());
        var content = refused ? errors(update, call.ruid()) : success(hotel, update, call.ruid());
        return Eqc.answer(200, Message.AVAIL_RATE.around(content), call.ruid())
                .carrying(carried)
                .by(request.account().name());
    }

    private static String errors(Update update, String ref) {
        return update.errors().stream()
                .map(e -> Eqc.error(String.valueOf(e.code()), e.words(), ref))
                .collect(Collectors.joining());
    }

    private String success(Hotel hotel, Update update, String ref) {
        var warnings = Objects.requireNonNull(transaction.execute(status -> take(hotel, update)));
        var written = warnings.written(ref);
        return written.isEmpty() ? "<Success/>" : "<Success>" + written + "</Success>";
    }

    private Warnings take(Hotel hotel, Update update) {
        var warnings = new Warnings();
        var rooms = new RoomsTaking(heldRooms(update), warnings);
        var toldRooms = new ArrayList<ToldRoom>();
        update.rooms()
                .values()
                .forEach(r -> toldRooms.addAll(rooms.take(r, update.cells(r.id(), true))));
        var plans =
                new PlansTaking(heldPlans(update), rooms, new RateLimits(hotel.net()), warnings);
        var toldPlans = new ArrayList<PlanNight>();
        update.plans()
                .values()
                .forEach(p -> toldPlans.addAll(plans.take(p, update.cells(p.plan().id(), false))));
        writer.rooms(toldRooms);
        writer.plans(toldPlans);
        return warnings;
    }

    private Map<String, Map<LocalDate, RoomNight>> heldRooms(Update update) {
        var based =
                update.rooms().values().stream()
                        .filter(room -> room.baseAllocation() > 0)
                        .map(RoomType::id)
                        .toList();
        return based.isEmpty()
                ? Map.of()
                : byNight(
                        nights.lockRooms(based, update.first(), update.last()),
                        RoomNight::room,
                        RoomNight::night);
    }

    /** Limits of stay are judged beside what is held; a closure beside the other plans. */
    private Map<String, Map<LocalDate, PlanNight>> heldPlans(Update update) {
        var concerned = new ArrayList<String>();
        var limited = update.values().keySet().stream().anyMatch(slot -> slot.field().ofStay());
        if (limited) {
            concerned.addAll(update.plans().keySet());
        }
        update.plans().values().stream()
                .map(Update.Named::room)
                .filter(room -> room.baseAllocation() > 0)
                .forEach(room -> concerned.addAll(room.plans().keySet()));
        return concerned.isEmpty()
                ? Map.of()
                : byNight(
                        nights.plans(concerned, update.first(), update.last()),
                        PlanNight::plan,
                        PlanNight::night);
    }

    private static <T> Map<String, Map<LocalDate, T>> byNight(
            Collection<T> rows, Function<T, String> product, Function<T, LocalDate> night) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                product, Collectors.toMap(night, Function.identity())));
    }
}
