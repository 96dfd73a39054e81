package io.serai.sandbox.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lets every call of the channel's faces in: demands, faults, the record of calls. */
public final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String BEARER = "Bearer ";

    private final Gate gate;
    private final Faults faults;
    private final CallLog calls;

    public Door(Gate gate, Faults faults, CallLog calls) {
        this.gate = gate;
        this.faults = faults;
        this.calls = calls;
    }

    /** Answers one call; the effect is committed and the call recorded before a byte goes out. */
    public ServerResponse pass(Face face, ServerRequest request) throws IOException {
        var at = Instant.now();
        var ruid = Ruid.next();
        var servlet = request.servletRequest();
        var body = servlet.getInputStream().readAllBytes();
        var caller = callerOf(servlet);
        var fault = faults.strike(face.path());
        var answer =
                fault != null && fault.beforeEffect()
                        ? face.dialect().refuse(spoiled(fault), ruid)
                        : settle(face, servlet, caller, body, ruid);
        calls.add(
                new CallEntry(
                        at,
                        face.method(),
                        face.path(),
                        servlet.getQueryString(),
                        caller == null ? null : caller.clientId(),
                        body.length,
                        face.demands().token() ? answer : answer.withoutBody(),
                        fault == null ? null : fault.label(),
                        ruid,
                        (int) java.time.Duration.between(at, Instant.now()).toMillis(),
                        face.demands().token() ? new String(body, StandardCharsets.UTF_8) : ""));
        return ServerResponse.status(answer.status())
                .header("Content-Type", answer.contentType())
                .build(
                        (in, out) -> {
                            send(answer, fault, in, out);
                            return null;
                        });
    }

    private @Nullable Caller callerOf(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header == null || !header.startsWith(BEARER)
                ? null
                : gate.holderOf(header.substring(BEARER.length()).strip()).orElse(null);
    }

    private Answer settle(
            Face face,
            HttpServletRequest request,
            @Nullable Caller caller,
            byte[] body,
            String ruid) {
        try {
            face.demands().check(request, caller);
            return face.handler()
                    .answer(
                            new Call(
                                    caller == null ? Caller.NOBODY : caller,
                                    Query.of(request),
                                    body,
                                    ruid));
        } catch (Refusal refusal) {
            return face.dialect().refuse(refusal, ruid);
        } catch (RuntimeException e) {
            LOG.error("The stand-in failed at {} (RUID {})", face.path(), ruid, e);
            return face.dialect()
                    .refuse(new Refusal(500, "450", "the stand-in failed, see its log"), ruid);
        }
    }

    private static Refusal spoiled(Fault fault) {
        return switch (fault.kind()) {
            case THROTTLE -> new Refusal(429, "450", "Too many requests");
            case ERROR ->
                    new Refusal(
                            fault.status() == null ? 500 : fault.status(),
                            "450",
                            "A fault that was asked for");
            default -> new Refusal(500, "450", "Connection cut");
        };
    }

    private static void send(
            Answer answer, @Nullable Fault fault, HttpServletRequest in, HttpServletResponse out)
            throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        var kind = fault == null ? null : fault.kind();
        if (kind == Fault.Kind.CUT || kind == Fault.Kind.LOST_ANSWER) {
            in.setAttribute(CutValve.CUT, true);
            return;
        }
        if (fault != null && kind == Fault.Kind.SLOW && fault.delay() != null) {
            pause(fault.delay());
        }
        if (fault != null && kind == Fault.Kind.THROTTLE && fault.retryAfter() != null) {
            out.setHeader("Retry-After", fault.retryAfter().toString());
        }
        out.setContentLength(bytes.length);
        if (kind == Fault.Kind.TRUNCATED) {
            out.getOutputStream().write(bytes, 0, bytes.length / 2);
            out.flushBuffer();
            in.setAttribute(CutValve.CUT, true);
            return;
        }
        out.getOutputStream().write(bytes);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
