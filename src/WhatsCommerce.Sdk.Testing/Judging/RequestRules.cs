namespace WhatsCommerce.Testing.Judging;

/// <summary>Rules that several kinds of requests share.</summary>
internal static class RequestRules
{
    /// <summary><c>messaging_product</c>, which must be there and be "whatsapp".</summary>
    public static Refusal? MessagingProduct(JsonElement? request) => MessagingProduct(request.TextMember("messaging_product"));

    /// <summary>The same of a form.</summary>
    public static Refusal? MessagingProduct(string? product) => product switch
    {
        null or "" => Refusals.Required("messaging_product"),
        _ when product.Equals("whatsapp", StringComparison.OrdinalIgnoreCase) => null,
        _ => Refusals.NotOneOf("messaging_product", "WHATSAPP", product),
    };

    /// <summary>Whether a text is an absolute http or https address.</summary>
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (
            address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>The title of a section, which stands there only when there is more than one or when the business likes it.</summary>
    public static Refusal? SectionTitle(Place title, bool required) =>
        required && string.IsNullOrWhiteSpace(title.Text)
            ? Refusals.Missing($"The parameter {title.Path} is required when there is more than one section.")
            : title.AllowText("Section title", Limits.SectionTitle);
}
