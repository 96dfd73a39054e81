package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Call;

/** Reads what a call asks for; refuses the whole of it when its form is wrong. */
@FunctionalInterface
interface Reader {

    Reading read(Call call);
}
