namespace WhatsCommerce.Storefronts;

/// <summary>The options of paying on delivery.</summary>
public sealed class PayOnDeliveryOptions
{
    /// <summary>Gets or sets the label of the button, at most 20 characters.</summary>
    public string Title { get; set; } = "Pay on delivery";

    /// <summary>Gets or sets the translations, by language such as <c>es</c>.</summary>
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the accepted currencies; empty for all.</summary>
    public IList<string> Currencies { get; set; } = [];
}
