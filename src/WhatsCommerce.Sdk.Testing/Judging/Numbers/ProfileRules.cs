namespace WhatsCommerce.Testing.Judging.Numbers;

/// <summary>
/// The rules for a business profile. Source: Meta's published OpenAPI description; the length of the description as observed in practice.
/// </summary>
internal static class ProfileRules
{
    private static readonly (string Name, int Limit)[] Texts = [("about", 139), ("address", 256), ("description", 512), ("email", 128)];

    private static readonly string[] Verticals =
    [
        "OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GROCERY", "GOVT", "HOTEL", "HEALTH",
        "NONPROFIT", "PROF_SERVICES", "RETAIL", "TRAVEL", "RESTAURANT", "ALCOHOL", "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS",
    ];

    public static Refusal? Judge(JsonElement? profile)
    {
        if (RequestRules.MessagingProduct(profile) is { } product)
        {
            return product;
        }

        foreach ((string name, int limit) in Texts)
        {
            if (profile.TextMember(name) is { } text && Json.Length(text) > limit)
            {
                return Refusals.TooLong(name, limit);
            }
        }

        return profile.TextMember("about") is "" ? Refusals.InvalidParameter("The about text cannot be empty.")
            : profile.TextMember("email") is { Length: > 0 } email && !ComplianceRules.IsEmail(email) ? Refusals.InvalidParameter(
                "The email is not a valid email address.")
            : profile.TextMember("vertical") is { } vertical && !Verticals.Contains(vertical)
                ? Refusals.NotOneOf("vertical", string.Join(", ", Verticals), vertical)
            : Websites(profile);
    }

    private static Refusal? Websites(JsonElement? profile)
    {
        if (profile.Member("websites") is null)
        {
            return null;
        }

        string?[] addresses = [.. profile.ArrayMember(
            "websites")?.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.String ? item.GetString() : null) ?? [null]];
        return addresses.Length > 2 ? Refusals.InvalidParameter("At most two websites are allowed.")
            : addresses.All(address => address is { Length: <= 256 } && RequestRules.IsWebAddress(address)) ? null
            : Refusals.InvalidParameter("A website must be an http or https URL of at most 256 characters.");
    }
}
