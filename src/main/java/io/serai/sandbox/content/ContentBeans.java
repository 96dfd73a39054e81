package io.serai.sandbox.content;

import io.serai.sandbox.property.Building;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.property.PlanBuilding;
import io.serai.sandbox.wire.Door;
import io.serai.sandbox.wire.Face;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the content together, each module with the version that its documentation names. */
public class ContentBeans {

    private static final String PROPERTY = "/property-api/properties/{property}";
    private static final String UNITS = "/rooms-api/properties/{property}/units";
    private static final String FACILITIES = "/facilities-api/properties/{property}";
    private static final String CHARGES = "/charges-api/properties/{property}/charges";
    private static final String CONTACTS = "/contacts-api/properties/{property}/contacts";

    @Bean
    RouterFunction<ServerResponse> contentFaces(
            Door door,
            Hotels hotels,
            Building building,
            PlanBuilding plans,
            JdbcClient jdbc,
            Clock clock) {
        var schemas = new Schemas();
        var metas = new Metas();
        var parts = new Parts(jdbc);
        var made = new Made(jdbc);
        var statuses = new Statuses(schemas, parts, made);
        var routes = RouterFunctions.route();
        Stream.of(
                        properties(
                                hotels,
                                new Properties(schemas, metas, parts, made, building),
                                metas),
                        texts(
                                hotels,
                                new Descriptions(schemas, parts, clock),
                                new Settings(schemas, parts, building),
                                statuses),
                        units(
                                hotels,
                                new Units(schemas, new UnitRules(metas), parts, building),
                                metas),
                        facilities(hotels, new Facilities(schemas, metas, parts), metas),
                        charges(hotels, new Charges(schemas, new ChargeRules(metas), parts), metas),
                        contacts(hotels, new Contacts(schemas, parts)),
                        ota(
                                new OtaFaces(hotels, made),
                                new RoomTypes(building),
                                new RatePlans(plans),
                                new RoomRates(plans, parts, jdbc),
                                statuses))
                .flatMap(List::stream)
                .forEach(
                        face ->
                                routes.route(
                                        RequestPredicates.method(HttpMethod.valueOf(face.method()))
                                                .and(RequestPredicates.path(face.path())),
                                        request -> door.pass(face, request)));
        return routes.build();
    }

    private static List<Face> properties(Hotels hotels, Properties face, Metas metas) {
        return new JsonFaces(hotels, "1.0")
                .any("POST", "/property-api/properties", face::create)
                .of("GET", PROPERTY, face::read)
                .of("PATCH", PROPERTY, face::change)
                .any("GET", "/property-api/meta", call -> metas.property)
                .all();
    }

    private static List<Face> texts(
            Hotels hotels, Descriptions texts, Settings settings, Statuses statuses) {
        return new JsonFaces(hotels, "1.0")
                .of("GET", PROPERTY + "/description", texts::read)
                .of("PUT", PROPERTY + "/description", texts::put)
                .of("DELETE", PROPERTY + "/description", texts::remove)
                .of("GET", PROPERTY + "/settings", settings::read)
                .of("POST", PROPERTY + "/settings", settings::put)
                .of("POST", PROPERTY + "/status", statuses::act)
                .all();
    }

    private static List<Face> units(Hotels hotels, Units face, Metas metas) {
        return new JsonFaces(hotels, "1.2")
                .of("GET", UNITS, face::read)
                .of("POST", UNITS, face::create)
                .of("PATCH", UNITS + "/{unit}", face::change)
                .of("DELETE", UNITS + "/{unit}", face::remove)
                .of("GET", "/rooms-api/properties/{property}/deleted-units", face::removed)
                .any("GET", "/rooms-api/meta", call -> metas.rooms)
                .all();
    }

    private static List<Face> facilities(Hotels hotels, Facilities face, Metas metas) {
        return new JsonFaces(hotels, "1.0")
                .of("GET", FACILITIES, face::read)
                .of("PUT", FACILITIES, face::put)
                .of("GET", FACILITIES + "/rooms/{unit}", face::readRoom)
                .of("PUT", FACILITIES + "/rooms/{unit}", face::putRoom)
                .any("GET", "/facilities-api/meta", call -> metas.facilities)
                .all();
    }

    private static List<Face> charges(Hotels hotels, Charges face, Metas metas) {
        return new JsonFaces(hotels, "1.0")
                .of("GET", CHARGES, face::read)
                .of("POST", CHARGES, face::put)
                .any("GET", "/charges-api/meta", call -> metas.charges)
                .all();
    }

    private static List<Face> contacts(Hotels hotels, Contacts face) {
        return new JsonFaces(hotels, "1.0")
                .of("GET", CONTACTS, face::read)
                .of("PUT", CONTACTS, face::put)
                .all();
    }

    private static List<Face> ota(
            OtaFaces faces,
            RoomTypes roomTypes,
            RatePlans ratePlans,
            RoomRates roomRates,
            Statuses statuses) {
        return List.of(
                faces.of("OTA_HotelInvNotif", "SellableProducts", roomTypes::act),
                faces.of("OTA_HotelRatePlanNotif", "RatePlans", ratePlans::act),
                faces.of("OTA_HotelProductNotif", "HotelProducts", roomRates::act),
                faces.of(
                        "OTA_HotelSummaryNotif",
                        "HotelSummaryMessages",
                        new Summaries(statuses)::act));
    }
}
