package io.serai.channel.wire;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/** Does something once a request is answered, be it on another thread. */
public final class AtTheEnd implements AsyncListener {

    private final Runnable work;

    private AtTheEnd(Runnable work) {
        this.work = work;
    }

    /** To be called when this thread is through with the request. */
    public static void of(ServletRequest request, Runnable work) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new AtTheEnd(work));
        } else {
            work.run();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        work.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // it completes all the same
    }

    @Override
    public void onError(AsyncEvent event) {
        // it completes all the same
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
