package io.serai.sandbox;

import io.serai.sandbox.expedia.booking.BookingBeans;
import io.serai.sandbox.expedia.eqc.EqcBeans;
import io.serai.sandbox.expedia.graph.GraphBeans;
import io.serai.sandbox.expedia.image.ImageBeans;
import io.serai.sandbox.expedia.night.NightBeans;
import io.serai.sandbox.expedia.notification.NotificationBeans;
import io.serai.sandbox.expedia.property.PropertyBeans;
import io.serai.sandbox.expedia.rest.RestBeans;
import org.springframework.context.annotation.Import;

/** The whole of the stand-in of Expedia, named bean by bean. */
@Import({
    PropertyBeans.class,
    NightBeans.class,
    BookingBeans.class,
    EqcBeans.class,
    NotificationBeans.class,
    GraphBeans.class,
    ImageBeans.class,
    RestBeans.class,
    ControlBeans.class,
    WebBeans.class
})
class ExpediaConfiguration {}
