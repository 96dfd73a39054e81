package io.serai.sandbox.expedia.rest;

import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.expedia.image.Images;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Door;
import io.serai.sandbox.wire.Face;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the JSON faces together. */
public class RestBeans {

    private static final String PROPERTIES = "/products/properties";
    private static final String MADE = "/properties/v1/{provider}";
    private static final String ROOMS = "/properties/{property}/roomTypes";
    private static final String ROOM = ROOMS + "/{room}";
    private static final String PLANS = ROOM + "/ratePlans";
    private static final String PLAN = PLANS + "/{plan}";
    private static final String IMAGES = "/properties/{property}/images";
    private static final String DEPOSIT = "/properties/{property}/depositPolicy";

    @Bean
    RouterFunction<ServerResponse> restFaces(
            Door door,
            Accounts accounts,
            Hotels hotels,
            Images images,
            JdbcClient jdbc,
            Environment environment,
            Clock clock) {
        Places places = new Places(hotels);
        Supplier<Long> numbers =
                () -> jdbc.sql("select nextval('expedia_number')").query(Long.class).single();
        RoomTypesFace rooms = new RoomTypesFace(places, hotels, numbers);
        List<Face> faces =
                Stream.of(
                                properties(accounts, new PropertiesFace(places, hotels)),
                                rooms(accounts, rooms),
                                amenities(accounts, rooms),
                                plans(accounts, new RatePlansFace(places, hotels, numbers)),
                                deposits(accounts, new DepositFace(places, jdbc)),
                                images(accounts, new ImagesFace(places, images)),
                                onboarding(
                                        accounts,
                                        new OnboardingFace(
                                                new OnboardingRows(jdbc),
                                                hotels,
                                                new PropertyImages(images),
                                                numbers,
                                                takes(environment),
                                                clock)))
                        .flatMap(List::stream)
                        .toList();
        var routes = route();
        faces.forEach(
                face ->
                        routes.route(
                                method(HttpMethod.valueOf(face.method())).and(path(face.path())),
                                request -> door.pass(face, request)));
        faces.stream()
                .map(Face::path)
                .distinct()
                .forEach(
                        place ->
                                routes.route(
                                        path(place),
                                        request ->
                                                door.pass(
                                                        otherMethod(
                                                                accounts,
                                                                request.method().name(),
                                                                place),
                                                        request)));
        return routes.build();
    }

    private static Face otherMethod(Accounts accounts, String method, String place) {
        return RestFace.asking(
                accounts,
                method,
                place,
                MediaType.ANY,
                call -> {
                    throw new RestRefusal(405, 2405, "Method not allowed: " + method);
                });
    }

    private static Duration takes(Environment environment) {
        return DurationStyle.detectAndParse(
                environment.getProperty("sandbox.expedia.onboarding", "2s"));
    }

    private static List<Face> onboarding(Accounts accounts, OnboardingFace face) {
        return new Faces(accounts, MediaType.JSON)
                .put(MADE, face::write)
                .get(MADE + "/{id}", face::read)
                .delete(MADE + "/{id}", face::remove)
                .get(MADE + "/{id}/status", face::status)
                .all();
    }

    private static List<Face> properties(Accounts accounts, PropertiesFace face) {
        return new Faces(accounts, MediaType.PRODUCT_V2)
                .get(PROPERTIES, face::list)
                .get(PROPERTIES + "/{property}", face::read)
                .all();
    }

    private static List<Face> rooms(Accounts accounts, RoomTypesFace face) {
        return new Faces(accounts, MediaType.PRODUCT_V3)
                .get(ROOMS, face::list)
                .post(ROOMS, face::create)
                .get(ROOM, face::read)
                .put(ROOM, face::replace)
                .patch(ROOM, face::patch)
                .all();
    }

    private static List<Face> amenities(Accounts accounts, RoomTypesFace face) {
        return new Faces(accounts, MediaType.PRODUCT_V2)
                .get(ROOM + "/amenities", face::amenities)
                .put(ROOM + "/amenities", face::replaceAmenities)
                .all();
    }

    private static List<Face> plans(Accounts accounts, RatePlansFace face) {
        return new Faces(accounts, MediaType.PRODUCT_V2)
                .get(ROOM + "/rateThresholds", face::thresholds)
                .get(PLANS, face::list)
                .post(PLANS, face::create)
                .get(PLAN, face::read)
                .put(PLAN, face::replace)
                .patch(PLAN, face::patch)
                .delete(PLAN, face::remove)
                .all();
    }

    private static List<Face> images(Accounts accounts, ImagesFace face) {
        return new Faces(accounts, MediaType.JSON)
                .get(IMAGES, face::list)
                .post(IMAGES, face::create)
                .get(IMAGES + "/{image}", face::read)
                .patch(IMAGES + "/{image}", face::patch)
                .delete(IMAGES + "/{image}", face::remove)
                .all();
    }

    private static List<Face> deposits(Accounts accounts, DepositFace face) {
        return new Faces(accounts, MediaType.JSON)
                .get(DEPOSIT, face::read)
                .put(DEPOSIT, face::write)
                .delete(DEPOSIT, face::remove)
                .all();
    }
}
