package io.serai.sandbox.expedia.property;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import java.util.Collection;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The control face of accounts and hotels. */
final class HotelControl {

    private final Accounts accounts;
    private final Hotels hotels;

    HotelControl(Accounts accounts, Hotels hotels) {
        this.accounts = accounts;
        this.hotels = hotels;
    }

    RouterFunction<ServerResponse> routes() {
        return route().PUT("/sandbox/accounts/{account}", this::putAccount)
                .PUT("/sandbox/hotels/{hotel}", this::putHotel)
                .GET(
                        "/sandbox/hotels",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(
                                                Json.write(
                                                        hotels.all().stream()
                                                                .map(Shown::of)
                                                                .toList())))
                .build();
    }

    /** As the control face of the other stand-in shows it, so that the same guests find it. */
    record Shown(long id, String name, String currency, Collection<ShownRoom> rooms) {

        static Shown of(Hotel hotel) {
            return new Shown(
                    hotel.id(),
                    hotel.name(),
                    hotel.currency().getCurrencyCode(),
                    hotel.rooms().values().stream().map(ShownRoom::of).toList());
        }
    }

    record ShownRoom(String id, String name, int maxPersons, Collection<RatePlan> rates) {

        static ShownRoom of(RoomType room) {
            return new ShownRoom(room.id(), room.name(), room.maxPersons(), room.plans().values());
        }
    }

    private ServerResponse putAccount(ServerRequest request) throws Exception {
        var name = request.pathVariable("account");
        return put("account " + name, () -> accounts.put(name, read(request, AccountForm.class)));
    }

    private ServerResponse putHotel(ServerRequest request) throws Exception {
        var id = Long.parseLong(request.pathVariable("hotel"));
        return put("hotel " + id, () -> hotels.put(id, read(request, HotelForm.class)));
    }

    private static ServerResponse put(String what, Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(
                    400, "394", what + " names an account, a login or a value that cannot be");
        }
        return ServerResponse.noContent().build();
    }

    private static <T> T read(ServerRequest request, Class<T> type) {
        try {
            return Json.read(request.body(byte[].class), type);
        } catch (jakarta.servlet.ServletException | java.io.IOException e) {
            throw new IllegalStateException("the body cannot be read", e);
        }
    }
}
