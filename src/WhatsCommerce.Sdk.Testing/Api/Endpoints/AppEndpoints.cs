namespace WhatsCommerce.Testing;

/// <summary>
/// What the app gets webhooks about. Source: Meta, graph-api/reference/app/subscriptions and graph-api/webhooks/subscriptions-edge.
/// </summary>
/// <param name="sender">Knows the callback.</param>
/// <param name="version">The version of Graph in which the app gets webhooks.</param>
internal sealed class AppEndpoints(WebhookSender sender, string version)
{
    // Meta tells it to the app alone. Its page does not name the code; users report this answer.
    private static readonly Refusal NeedsAppToken = new(400, 15, "(#15) This method must be called with an app access_token.");

    /// <summary>Lists the one webhook of the app; there is no address in it while no callback is connected.</summary>
    public ApiResponse List(ApiCall call, EmulatedApp app)
    {
        ApiCall.Check(app.HasToken(call.Request.Token!) ? null : NeedsAppToken);
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            json.WriteString("object", "whatsapp_business_account");
            if (sender.Callback is { } callback)
            {
                json.WriteString("callback_url", callback.OriginalString);
            }

            json.WriteBoolean("active", true);
            json.WriteStartArray("fields");
            foreach (string field in app.Fields.Subscribed)
            {
                json.WriteStartObject();
                json.WriteString("name", field);
                json.WriteString("version", version);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }
}
