package io.serai.sandbox.expedia.rest;

import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.wire.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gathers the addresses of one family of resources. */
final class Faces {

    private final Accounts accounts;
    private final MediaType type;
    private final List<Face> all = new ArrayList<>();

    Faces(Accounts accounts, MediaType type) {
        this.accounts = accounts;
        this.type = type;
    }

    Faces get(String path, Function<RestCall, RestAnswer> act) {
        all.add(RestFace.asking(accounts, "GET", path, type, act));
        return this;
    }

    Faces delete(String path, Function<RestCall, RestAnswer> act) {
        all.add(RestFace.asking(accounts, "DELETE", path, type, act));
        return this;
    }

    Faces post(String path, Function<RestCall, RestAnswer> act) {
        all.add(RestFace.telling(accounts, "POST", path, type, act));
        return this;
    }

    Faces put(String path, Function<RestCall, RestAnswer> act) {
        all.add(RestFace.telling(accounts, "PUT", path, type, act));
        return this;
    }

    Faces patch(String path, Function<RestCall, RestAnswer> act) {
        all.add(RestFace.telling(accounts, "PATCH", path, type, act));
        return this;
    }

    List<Face> all() {
        return List.copyOf(all);
    }
}
