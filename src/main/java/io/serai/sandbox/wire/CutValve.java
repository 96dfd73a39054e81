package io.serai.sandbox.wire;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the connection, without the rest of an answer, where the door asks for it. */
public final class CutValve extends ValveBase {

    static final String CUT = CutValve.class.getName();

    public CutValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(CUT) != null) {
            response.getCoyoteResponse()
                    .action(ActionCode.CLOSE_NOW, new IOException("a fault that was asked for"));
        }
    }
}
