namespace WhatsCommerce.Storefronts;

/// <summary>The options of payments within WhatsApp: India's gateways, and Brazil with an <see cref="IPixSource"/>.</summary>
public sealed class WhatsAppPaymentsOptions
{
    /// <summary>Gets or sets the label of the button, at most 20 characters.</summary>
    public string Title { get; set; } = "WhatsApp";

    /// <summary>Gets or sets the gateway that takes payments in INR; <see langword="null"/> for none.</summary>
    public WhatsAppGateway? Gateway { get; set; }

    /// <summary>Gets or sets the name of the payment configuration in Meta's settings; required with a gateway.</summary>
    public string? ConfigurationName { get; set; }

    /// <summary>Gets or sets a value indicating whether the goods are digital, or a service.</summary>
    public bool IsDigital { get; set; }

    /// <summary>Gets or sets the text above the order, at most 1,024 characters.</summary>
    public string Body { get; set; } = "Your order is ready to be paid.";

    /// <summary>Gets or sets the translations, by language such as <c>pt</c>.</summary>
    public IDictionary<string, string> Bodies { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets what customers read about the time until which they can pay, at most 120 characters.</summary>
    public string ExpirationText { get; set; } = "After this time the order can no longer be paid.";

    /// <summary>Gets or sets the text for a canceled payment.</summary>
    public string CanceledText { get; set; } = "This payment is no longer needed.";

    /// <summary>Gets or sets the path of the section that the options were bound to, for messages.</summary>
    internal string? SectionPath { get; set; }

    internal string BodyFor(string? language) => (language is null ? null : TextLanguage.Find(Bodies, language)) ?? Body;
}
