namespace WhatsCommerce.Testing.Judging.Numbers;

/// <summary>The rules for a callback of an account or a number that overrides the app's. Source: Meta, webhooks, override.</summary>
internal static class CallbackRules
{
    private const int MaxLength = 200;

    public static Refusal? Judge(JsonElement? request, out string? callback)
    {
        callback = request.TextMember("override_callback_uri");
        return string.IsNullOrEmpty(callback) ? null
            : Json.Length(callback) > MaxLength ? Refusals.TooLong("override_callback_uri", MaxLength)
            : !RequestRules.IsWebAddress(callback) ? new(400, 100, "Invalid callback URI format")
            : string.IsNullOrWhiteSpace(request.TextMember("verify_token")) ? Refusals.Required("verify_token")
            : null;
    }
}
