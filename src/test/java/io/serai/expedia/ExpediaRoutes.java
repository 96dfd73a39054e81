package io.serai.expedia;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** A test of the real files of Expedia's flows, against a channel that a test instructs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = RoutesApp.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/expedia/a*.camel.yaml,file:routes/expedia/eqc-*.camel.yaml,file:routes/common/errors.camel.yaml",
            "serai.retry.first-delay=10"
        })
@interface ExpediaRoutes {}
