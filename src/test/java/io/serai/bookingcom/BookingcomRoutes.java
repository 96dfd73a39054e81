package io.serai.bookingcom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** A test of the real files of Booking.com's flows, against a channel that a test instructs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = RoutesApp.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/bookingcom/*.camel.yaml,file:routes/common/errors.camel.yaml",
            "camel.main.routes-exclude-pattern=**/*reservation-read*,**/*reservation-listed*,**/*reservations-compare*,**/*reservations-summary*,**/*missed-poll*,**/*webhook-receive*,**/*payment*,**/*content*,**/*photo*",
            "serai.retry.first-delay=10"
        })
@interface BookingcomRoutes {}
