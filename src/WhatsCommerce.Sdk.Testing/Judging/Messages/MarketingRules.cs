namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>
/// The rules that <c>POST /{phone-number-id}/marketing_messages</c> adds: only templates, and parameters for how they are delivered.
/// Source: Meta's published OpenAPI description.
/// </summary>
internal static class MarketingRules
{
    public static Refusal? Judge(JsonElement json)
    {
        Place request = new(json, "");
        return request["type"].Text is var type and not "template" ? Refusals.NotOneOf("type", "TEMPLATE", type ?? "")
            : request["product_policy"].AllowWord("CLOUD_API_FALLBACK", "STRICT") is not null
                ? Refusals.NotOneOf("product_policy", "CLOUD_API_FALLBACK, STRICT", request["product_policy"].Text ?? "")
            : request["message_activity_sharing"].AllowBoolean() is not null
                ? Refusals.InvalidParameter("The parameter message_activity_sharing must be a boolean.")
            : null;
    }
}
