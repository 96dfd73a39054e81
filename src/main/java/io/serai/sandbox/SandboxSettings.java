package io.serai.sandbox;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where the stand-ins listen and keep their state; {@code sandbox.yaml} explains each setting. */
record SandboxSettings(int port, String address, Db db, Calls calls, Expedia expedia) {

    record Db(String url, String user, String password, int pool) {}

    record Calls(int bodyLimit) {}

    record Expedia(int port) {}

    static SandboxSettings of(Environment environment) {
        return Binder.get(environment).bind("sandbox", SandboxSettings.class).get();
    }
}
