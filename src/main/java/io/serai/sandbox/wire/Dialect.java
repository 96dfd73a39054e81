package io.serai.sandbox.wire;

/** How a family of faces words a refusal. */
@FunctionalInterface
public interface Dialect {

    Answer refuse(Refusal refusal, String ruid);

    /** OTA: {@code Errors/Error} below the face's RS root. */
    static Dialect ota(String rsRoot, String version) {
        return (refusal, ruid) ->
                Answer.xml(
                        refusal.status(),
                        new OtaAnswer(rsRoot, version)
                                .errors(java.util.List.of(Problem.of(refusal)), true)
                                .end(ruid));
    }

    /** B.XML: a fault below the face's root when nobody is signed in, else errors. */
    static Dialect bxml(String root) {
        return (refusal, ruid) -> Answer.xml(refusal.status(), BxmlAnswer.of(root, refusal, ruid));
    }

    /** JSON: the envelope with {@code meta.ruid} and {@code errors}. */
    static Dialect json() {
        return (refusal, ruid) -> Answer.json(refusal.status(), Json.envelope(refusal, ruid));
    }
}
