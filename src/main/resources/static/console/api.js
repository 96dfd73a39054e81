"use strict";

SwaggerUIBundle({
  url: document.baseURI.replace(/\/$/, "") + "/contract",
  dom_id: "#contract",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
