package io.serai.sandbox.wire;

/** What a face does; it may throw a {@link Refusal}, which the face's dialect words. */
@FunctionalInterface
public interface Handler {

    Answer answer(Call call);
}
