package io.serai.flow.trial;

/** Mappings are being tried; one trial goes on at a time. */
public class TrialUnderWay extends RuntimeException {

    TrialUnderWay() {
        super("mappings are being tried already (expected: one trial at a time)");
    }
}
