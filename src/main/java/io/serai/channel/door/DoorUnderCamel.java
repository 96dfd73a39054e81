package io.serai.channel.door;

import io.serai.channel.wire.Wire;
import org.apache.camel.Component;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;

/** Gives Camel's http and https components the one client: all their calls go through the door. */
public final class DoorUnderCamel implements ComponentCustomizer {

    private final Door door;
    private final Wire wire;

    DoorUnderCamel(Door door, Wire wire) {
        this.door = door;
        this.wire = wire;
    }

    @Override
    public void configure(String name, Component component) {
        HttpComponent http = (HttpComponent) component;
        http.setClientConnectionManager(wire.pool());
        http.setCookieManagementDisabled(true);
        http.setHttpClientConfigurer(
                builder -> wire.configure(builder).addExecInterceptorFirst("door", door));
    }

    @Override
    public boolean isEnabled(String name, Component component) {
        return component instanceof HttpComponent;
    }
}
