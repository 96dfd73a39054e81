package io.serai.sandbox;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where the stand-in listens and keeps its state; {@code sandbox.yaml} explains each setting. */
record SandboxSettings(int port, String address, Db db, Calls calls) {

    record Db(String url, String user, String password, int pool) {}

    record Calls(int bodyLimit) {}

    static SandboxSettings of(Environment environment) {
        return Binder.get(environment).bind("sandbox", SandboxSettings.class).get();
    }
}
