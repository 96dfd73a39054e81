package io.serai.sandbox;

import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.CutValve;
import io.serai.sandbox.wire.Door;
import io.serai.sandbox.wire.Faults;
import io.serai.sandbox.wire.Gate;
import java.util.List;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What each stand-in has of its own: its port, its door, its faults and its record of calls. */
class WebBeans {

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    CallLog calls(JdbcTemplate jdbc, Listening listening, SandboxSettings settings) {
        return new CallLog(jdbc, listening.calls(), settings.calls().bodyLimit());
    }

    @Bean
    Door door(List<Gate> gates, Faults faults, CallLog calls) {
        return new Door(gates, faults, calls);
    }

    @Bean
    HandlerExceptionResolver controlRefusals() {
        return new ControlRefusals();
    }

    @Bean
    TomcatServletWebServerFactory webServer(Listening listening, SandboxSettings settings)
            throws java.net.UnknownHostException {
        var factory = new TomcatServletWebServerFactory(listening.port());
        factory.setAddress(java.net.InetAddress.getByName(settings.address()));
        factory.addEngineValves(new CutValve());
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("maxKeepAliveRequests", "-1"));
        return factory;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        var servlet = new DispatcherServlet(context);
        var registration = new ServletRegistrationBean<>(servlet, "/");
        registration.setName("sandbox");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
