namespace WhatsCommerce.Storefronts;

/// <summary>The options of paying on delivery.</summary>
public sealed class PayOnDeliveryOptions
{
    internal const string EnglishTitle = "Pay on delivery";

    /// <summary>
    /// Gets or sets the label of the button, at most 20 characters. Unless it is set, the label is "Pay on delivery" in the language of the
    /// cart, if it is one of the six that ship.
    /// </summary>
    public string Title { get; set; } = EnglishTitle;

    /// <summary>Gets or sets the translations, by language such as <c>es</c>.</summary>
    public IDictionary<string, string> Titles { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets or sets the accepted currencies; empty for all.</summary>
    public IList<string> Currencies { get; set; } = [];
}
