namespace WhatsCommerce.Testing.Judging;

/// <summary>The rules that several kinds of requests share.</summary>
internal static class RequestRules
{
    /// <summary><c>messaging_product</c> is required and must be "whatsapp".</summary>
    public static Refusal? MessagingProduct(JsonElement? request) => MessagingProduct(request.TextMember("messaging_product"));

    /// <summary>The same for a form.</summary>
    public static Refusal? MessagingProduct(string? product) => product switch
    {
        null or "" => Refusals.Required("messaging_product"),
        _ when product.Equals("whatsapp", StringComparison.OrdinalIgnoreCase) => null,
        _ => Refusals.NotOneOf("messaging_product", "WHATSAPP", product),
    };

    /// <summary>Whether a text is an absolute http or https URL.</summary>
    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (
            address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>The title of a section: required if there is more than one section, otherwise optional.</summary>
    public static Refusal? SectionTitle(Place title, bool required) =>
        required && string.IsNullOrWhiteSpace(title.Text)
            ? Refusals.Missing($"The parameter {title.Path} is required when there is more than one section.")
            : title.AllowText("Section title", Limits.SectionTitle);
}
