namespace WhatsCommerce.Storefronts;

/// <summary>The options for pay on delivery.</summary>
public sealed class PayOnDeliveryOptions
{
    internal const string EnglishTitle = "Pay on delivery";

    /// <summary>
    /// Gets or sets the label of the button, at most 20 characters. Unless set, the label is "Pay on delivery" in the language of the cart,
    /// for the six languages that the storefront supports.
    /// </summary>
    public string Title { get; set; } = EnglishTitle;

    /// <summary>Gets or sets the translations, by language such as <c>es</c>.</summary>
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the accepted currencies; empty for all.</summary>
    public IList<string> Currencies { get; set; } = [];
}
