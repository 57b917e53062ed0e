namespace WhatsCommerce.Testing;

/// <summary>
/// The webhook subscriptions of the app. Source: Meta, graph-api/reference/app/subscriptions and graph-api/webhooks/subscriptions-edge.
/// </summary>
/// <param name="sender">The sender of webhooks, which has the callback.</param>
/// <param name="version">The Graph version of the webhooks.</param>
internal sealed class AppEndpoints(WebhookSender sender, string version)
{
    // Meta returns it only to the app itself. Its page does not name the error code; users report this response.
    private static readonly Refusal NeedsAppToken = new(400, 15, "(#15) This method must be called with an app access_token.");

    /// <summary>Lists the only webhook of the app; it has no URL while no callback is connected.</summary>
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
